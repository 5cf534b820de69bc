import { describe, expect, test } from 'vitest'
import { cookiesOf, openSite } from '../harness/index.js'
import { CONFIG, DENIED, GRANTED, ID, tagPage } from './tagPage.js'

const QUEUE_MS = 600
const deleteCookies = `for (const pair of document.cookie.split('; ')) {
  document.cookie = pair.split('=')[0] + '=; domain=example.test; path=/; max-age=0'
}
`
const disable = `window['ga-disable-${ID}'] = true\n`
const deny = `gtag('consent', 'update', { analytics_storage: 'denied' })\n`
const guard = `
const realFetch = window.fetch, realBeacon = navigator.sendBeacon
const google = (url) => String(url).includes('google-analytics.com')
window.fetch = (url, init) => google(url) ? Promise.resolve(new Response(null, { status: 204 })) : realFetch(url, init)
navigator.sendBeacon = (url, body) => google(url) || realBeacon.call(navigator, url, body)
`
const removeTag = `document.querySelector('script[src]').remove()
delete window.google_tag_manager
delete window.google_tag_data
`

async function grantedPage() {
  const site = await openSite({
    page: tagPage(GRANTED + CONFIG),
    gtag: { queueMs: QUEUE_MS, enhancedMeasurement: ['history'] },
  })
  await site.wire.waitForEvent('page_view')
  return site
}

describe('measured: what each way to turn the tag off in a live page leaves running', () => {
  test.each([
    [
      'delete cookies only',
      deleteCookies,
      { later: 'G101', queued: 'G101', unload: 'G101', back: ['_ga_TEST1'] },
    ],
    [
      'consent update denied + delete',
      deny + deleteCookies,
      { later: 'G100', queued: 'G101', unload: 'G100', back: [] },
    ],
    ['ga-disable + delete', disable + deleteCookies, { later: null, queued: 'G101', unload: null, back: [] }],
    [
      'ga-disable + denied + delete',
      disable + deny + deleteCookies,
      { later: null, queued: 'G101', unload: null, back: [] },
    ],
    [
      'ga-disable + denied + guard + delete',
      disable + deny + guard + deleteCookies,
      { later: null, queued: null, unload: null, back: [] },
    ],
  ])('%s', async (_name, action, expected) => {
    const { page, context, wire } = await grantedPage()
    const [view] = wire.events('page_view')
    await page.evaluate(`gtag('event', 'queued')\n${action}\ngtag('event', 'later')`)
    await wire.during(QUEUE_MS * 2)
    const back = (await cookiesOf(context, '_ga')).map(({ name }) => name)
    await page.goto('about:blank')
    await wire.during(QUEUE_MS)

    const gcsOf = (name: string) => wire.events(name)[0]?.params.gcs ?? null
    expect({
      later: gcsOf('later'),
      queued: gcsOf('queued'),
      unload: gcsOf('user_engagement'),
      back,
    }).toEqual(expected)
    expect(wire.events('queued').every(({ params }) => params.cid === view?.params.cid)).toBe(true)
  })

  test('ga-disable + denied + delete: leaving before the queue is due sends the queue', async () => {
    const { page, wire } = await grantedPage()
    await page.evaluate(`gtag('event', 'queued')\n${disable}${deny}${deleteCookies}`)
    await page.goto('about:blank')
    const [queued] = await wire.waitForEvent('queued')
    expect(queued?.params.gcs).toBe('G101')
    expect(wire.events('user_engagement')).toEqual([])
  })

  test('a guard set up before the tag loads is used too, since fetch is looked up at each call', async () => {
    const site = await openSite({ page: `<script>${guard}</script>${tagPage(GRANTED + CONFIG)}` })
    await site.page.waitForFunction(() => document.cookie.includes('_ga_TEST1'))
    expect(await site.wire.during(800)).toEqual([])
  })

  test('removing the script and its globals: events go on, page_views too, consent state lost, cookies back', async () => {
    const { page, context, wire } = await grantedPage()
    await page.evaluate(
      `${removeTag}${deleteCookies}gtag('event', 'later'); history.pushState({}, '', '/next')`,
    )
    await wire.waitForEvent('page_view', { count: 2 })
    const [later] = await wire.waitForEvent('later')
    expect(later?.params.gcd).toMatch(/^11l1l/)
    expect(later?.params.gcs).toBeUndefined()
    expect((await cookiesOf(context, '_ga')).map(({ name }) => name)).toContain('_ga_TEST1')
  })

  test("replacing dataLayer: the page's own events die, the tag's own listeners live on", async () => {
    const { page, wire } = await grantedPage()
    await page.evaluate(`window.dataLayer = []; gtag('event', 'later'); history.pushState({}, '', '/next')`)
    await wire.waitForEvent('page_view', { count: 2 })
    expect(wire.events('later')).toEqual([])
  })

  test('a reload sends the queue first', async () => {
    const { page, wire } = await grantedPage()
    await page.evaluate(`gtag('event', 'queued')\n${disable}`)
    await page.reload()
    await wire.waitForEvent('page_view', { count: 2 })
    expect(wire.events().map(({ name }) => name)).toEqual(['page_view', 'queued', 'page_view'])
  })

  test('a synthetic pagehide sends the queue at once', async () => {
    const { page, wire } = await openSite({
      page: tagPage(GRANTED + CONFIG),
      gtag: { queueMs: 60_000, enhancedMeasurement: [] },
    })
    await wire.waitForEvent('page_view')
    await page.evaluate(`gtag('event', 'queued'); window.dispatchEvent(new Event('pagehide'))`)
    await wire.waitForEvent('queued')
  })
})

describe('measured: on again in the same document', () => {
  test('flag, denied, deleted, then granted: new client ID and session, first visit, no page_view by itself', async () => {
    const { page, context, wire } = await grantedPage()
    const [first] = wire.events('page_view')
    await page.evaluate(disable + deny + deleteCookies)
    await wire.during(1_100)
    await page.evaluate(
      `window['ga-disable-${ID}'] = false; gtag('consent', 'update', { analytics_storage: 'granted' })`,
    )
    expect((await cookiesOf(context, '_ga')).map(({ name }) => name)).toEqual(['_ga', '_ga_TEST1'])
    await wire.during(QUEUE_MS * 2)
    expect(wire.events('page_view')).toHaveLength(1)
    await page.evaluate(`gtag('event', 'page_view')`)
    const [, second] = await wire.waitForEvent('page_view', { count: 2 })
    expect(second?.params).toMatchObject({ gcs: 'G101', _fv: '1', _ss: '1' })
    expect(second?.params.cid).not.toBe(first?.params.cid)
    expect(second?.params.sid).not.toBe(first?.params.sid)
  })

  test('set client_id before the grant forces that ID', async () => {
    const { page, context, wire } = await grantedPage()
    await page.evaluate(`${disable}${deny}${deleteCookies}gtag('set', { client_id: '123.456' })
      window['ga-disable-${ID}'] = undefined
      gtag('consent', 'update', { analytics_storage: 'granted' }); gtag('event', 'page_view')`)
    const [, second] = await wire.waitForEvent('page_view', { count: 2 })
    expect(second?.params.cid).toBe('123.456')
    expect((await cookiesOf(context, '_ga'))[0]?.value).toBe('GA1.1.123.456')
  })

  test('granted after denied from the start: the cookies come at once with the ID used so far, then engagement', async () => {
    const { page, context, wire } = await openSite({
      page: tagPage(DENIED + CONFIG),
      gtag: { enhancedMeasurement: [] },
    })
    const [first] = await wire.waitForEvent('page_view')
    expect(first?.params.gcs).toBe('G100')
    expect(await cookiesOf(context, '_ga')).toEqual([])
    await page.evaluate(`gtag('consent', 'update', { analytics_storage: 'granted' })`)
    expect((await cookiesOf(context, '_ga'))[0]?.value).toBe(`GA1.1.${first?.params.cid}`)
    await wire.waitForEvent('user_engagement')
    expect(wire.events('page_view')).toHaveLength(1)
  })

  test('denied after granted: nothing at that moment, cookies stay, later events as G100 with another ID', async () => {
    const { page, context, wire } = await grantedPage()
    const [first] = wire.events('page_view')
    await page.evaluate(deny)
    expect(await wire.during(QUEUE_MS * 2)).toEqual([])
    expect(await cookiesOf(context, '_ga')).toHaveLength(2)
    await page.evaluate(`gtag('event', 'later')`)
    const [later] = await wire.waitForEvent('later')
    expect(later?.params.gcs).toBe('G100')
    expect(later?.params.cid).not.toBe(first?.params.cid)
  })
})

describe('measured: the opt-out switches', () => {
  test.each([
    ['ga-disable true', `window['ga-disable-${ID}'] = true`, 0],
    ["ga-disable 'true' as a string does nothing", `window['ga-disable-${ID}'] = 'true'`, 1],
    ['ga-disable of an alias', `window['ga-disable-GT-ALIAS'] = true`, 0],
    ['ga-disable as a getter', `Object.defineProperty(window, 'ga-disable-${ID}', { get: () => true })`, 0],
    [
      'the attribute on <html>',
      `document.documentElement.setAttribute('data-google-analytics-opt-out', '')`,
      0,
    ],
    ["the add-on's function", `window._gaUserPrefs = { ioo: () => true }`, 0],
  ])('%s', async (_name, before, views) => {
    const { page, context, wire } = await openSite({
      page: tagPage(
        `${before}\n${CONFIG}gtag('event', 'e', { event_callback: () => { window.called = true } })`,
      ),
      gtag: { aliases: ['GT-ALIAS'], enhancedMeasurement: [] },
    })
    await page.waitForFunction(() => Reflect.get(window, 'called') === true)
    await wire.during(700)
    expect(wire.events('page_view')).toHaveLength(views)
    expect(await cookiesOf(context, '_ga')).toHaveLength(views * 2)
  })

  test('set late it stops events, unset it lets them pass again without a reload', async () => {
    const { page, wire } = await grantedPage()
    await page.evaluate(
      `${disable}gtag('event', 'off'); window['ga-disable-${ID}'] = false; gtag('event', 'on')`,
    )
    await wire.waitForEvent('on')
    expect(wire.events('off')).toEqual([])
  })
})
