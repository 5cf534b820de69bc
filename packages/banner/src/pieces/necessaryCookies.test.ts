import { expect, it } from 'vitest'
import { furtherCopy } from '../copy/furtherEn.js'
import { fakeConsent } from '../testing/fakeConsent.js'
import { necessaryCookies } from './necessaryCookies.js'

it('P17 the cookies that are ours and the session’s have our words, and any other those of the site alone', () => {
  const necessary = ['consent_gate', 'consent_gate*', 'sid', 'cart'].map((name) => ({ name }))
  const told = necessaryCookies({ ...fakeConsent().settings, necessary }, furtherCopy)
  expect(told.map(({ purpose }) => purpose)).toEqual([
    furtherCopy.recordPurpose,
    furtherCopy.storagePurpose,
    furtherCopy.sessionPurpose,
    undefined,
  ])
  expect(told[0]?.retention).toContain('180')
})

it('what the site says of them goes first', () => {
  const necessary = [{ name: 'sid', purpose: 'Keeps you logged in', retention: 'One hour' }]
  expect(necessaryCookies({ ...fakeConsent().settings, necessary }, furtherCopy)).toEqual(necessary)
})
