import { expect, it } from 'vitest'
import { furtherCopy } from '../copy/furtherEn.js'
import { fakeConsent } from '../testing/fakeConsent.js'
import { outcomeLines } from './outcomeLines.js'

const VIDEOS = { id: 'videos', category: 'media' }
const NOTHING = { deleted: [], left: [], unreadable: [] }

it('P17 where there was nothing to delete it speaks of no cookies', () => {
  expect(outcomeLines(fakeConsent(), NOTHING, furtherCopy)).toEqual([furtherCopy.outcomeOff])
  expect(outcomeLines(fakeConsent(), undefined, furtherCopy)).toEqual([])
})

it.each([
  ['its service ran', 'videos', false, true],
  ['a script that names the category alone ran', 'media', false, true],
  ['it is on again', 'videos', true, false],
  ['another one ran', 'maps', false, false],
])('P17 says that scripts stay until the next page, where %s', (_, ran, allowed, stays) => {
  const consent = { ...fakeConsent(), ran: new Set([ran]), allows: () => allowed }
  const expected = stays ? furtherCopy.scriptsStay : furtherCopy.outcomeOff
  expect(outcomeLines(consent, NOTHING, furtherCopy, [VIDEOS])).toEqual([expected])
})
