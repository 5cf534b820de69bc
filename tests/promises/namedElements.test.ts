import { expect, test } from 'vitest'
import { openGranted } from '../google/openGranted.js'
import { openSite, withGate } from '../harness/index.js'

/**
 * An element with an id is there as a property of the window, one with a name (an image, a form) as one of the document,
 * before the browser's own. https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */
const TAG =
  '<script async src="/gate/gate.js" data-measurement-id="G-TEST1" data-policy-version="1"></script>'

test.each([
  ['the prerendering', '<img name="prerendering" alt="">'],
  ['the cookies', '<form name="cookie"></form>'],
  ['the API, with a field named tag', '<form id="ConsentGate"><input name="tag"></form>'],
  ['the layer of the tag', '<div id="dataLayer"></div>'],
  ['the function of the tag', '<div id="gtag"></div>'],
])('P15 asks, loads and stops beside an element that has the name of %s', async (_, html) => {
  const { page, wire } = await openSite({ page: { '/': html + TAG } })
  await page.locator('#consent-gate [data-role=accept]').click()
  await expect.poll(() => wire.events('page_view').length + wire.of('gtag').length).toBeGreaterThan(0)
  expect(await withGate(page, (gate) => gate.get().persisted)).toBe(true)
  expect(await page.evaluate('typeof gtag')).toBe('function')
  const answer = await withGate(page, (gate) => {
    const { ok, snapshot } = gate.withdraw()
    return { ok, status: snapshot.state['google-analytics'] }
  })
  expect(answer).toEqual({ ok: true, status: 'denied' })
})

test.each(['cookie', 'baseURI'])(
  'P2 sends nothing after withdrawal where an image named %s came into the page, queued events included',
  async (name) => {
    const { page, wire } = await openGranted()
    await page.evaluate('gtag("event", "queued")')
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img name="${name}" alt="">')`)
    expect(await withGate(page, (gate) => gate.withdraw().ok)).toBe(true)
    expect(await wire.during(1_000)).toEqual([])
  },
)
