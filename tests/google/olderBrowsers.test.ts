import { expect, test } from 'vitest'
import { cookiesOf } from '../harness/index.js'
import { gaPage } from './gaPage.js'
import { openGranted } from './openGranted.js'

/**
 * Takes away what came after ES2020, the language of what we ship, and the interfaces that came with it: what is left is
 * about Chromium 80 to 92, which Samsung Internet 13 to 16 are made of.
 */
const olderRuntime = `
for (const [owner, names] of [
  [Object, 'hasOwn groupBy'],
  [Array.prototype, 'at findLast findLastIndex toReversed toSorted toSpliced with'],
  [String.prototype, 'at replaceAll isWellFormed toWellFormed'],
  [Promise, 'any try withResolvers'],
  [Element.prototype, 'replaceChildren checkVisibility'],
  [HTMLElement.prototype, 'popover showPopover hidePopover togglePopover inert'],
  [CSS, 'supports'],
  [URL, 'canParse parse'],
  [AbortSignal, 'abort any timeout'],
  [Document.prototype, 'prerendering'],
  [window, 'structuredClone cookieStore navigation scheduler WeakRef FinalizationRegistry Iterator'],
]) for (const name of names.split(' ')) delete owner[name]`

const films = { services: [{ id: 'films', category: 'media', name: 'Films' }] }
const film = '<iframe data-category="media" data-src="/film" title="Film"></iframe>'

test('P2 sends nothing after withdrawal in a browser that has ES2020 and nothing newer, gated frames included', async () => {
  const { page, wire, context, errors } = await openGranted({
    before: (opened) => opened.addInitScript(olderRuntime),
    page: { '/': gaPage({}, films, film), '/film': 'Film' },
  })
  await page.waitForFunction(`document.querySelector('iframe').src.endsWith('/film')`)
  const before = wire.requests.length
  await page.evaluate(`gtag('event', 'queued'); ConsentGate.withdraw(); gtag('event', 'later')`)
  expect(await page.evaluate(`ConsentGate.get().services['google-analytics']`)).toBe('stopped')
  await wire.during(1500)
  expect(wire.log().slice(before)).toEqual([])
  expect(await cookiesOf(context, '_ga')).toEqual([])
  await page.locator('[data-consent-gate-placeholder]').waitFor()
  expect(errors).toEqual([])
})
