import { describe, expect, test } from 'vitest'
import { cookiesOf, openSite } from '../harness/index.js'
import { accept, analyticsPage, grantedSite, gtag, ID, LONGER, withdraw, withGate } from './analyticsPage.js'

const HOSTS = [
  'example.test',
  'www.example.test',
  'shop.example.test',
  'example.co.kr',
  'www.example.co.kr',
  'shop.example.co.kr',
  'a.b.example.co.kr',
  'localhost',
]

describe('P2 off means off, without a reload', () => {
  test.each(HOSTS)('on %s nothing is sent and no _ga cookie is left or comes back', async (host) => {
    const { page, context, wire, errors } = await grantedSite({ host })
    expect((await cookiesOf(context, '_ga')).map(({ name }) => name).sort()).toEqual(['_ga', '_ga_TEST1'])
    await gtag(page, 'event', 'queued')
    const outcome = await withdraw(page)
    expect([...outcome.deleted].sort()).toEqual(['_ga', '_ga_TEST1'])
    await gtag(page, 'event', 'later')
    await page.evaluate(`history.pushState({}, '', '/next')`)
    expect(await wire.during(LONGER)).toEqual([])
    await page.goto('about:blank')
    expect(await wire.during(200)).toEqual([])
    expect(await cookiesOf(context, '_ga')).toEqual([])
    expect(errors).toEqual([])
  })

  test('leaving at once sends nothing, queue and unload beacon included', async () => {
    const { page, wire } = await grantedSite()
    await gtag(page, 'event', 'queued')
    await withdraw(page)
    await page.goto('about:blank')
    expect(await wire.during(LONGER)).toEqual([])
  })

  test('the same run without the guard sends the queue: it is the guard that holds it', async () => {
    const { page, wire } = await grantedSite()
    // In one task, so that the queue waits whatever else the machine does.
    await page.evaluate(`{
      gtag('event', 'queued')
      const { fetch } = window
      const { sendBeacon } = navigator
      ConsentGate.withdraw()
      Object.assign(window, { fetch })
      Object.assign(navigator, { sendBeacon })
    }`)
    expect(await wire.during(LONGER)).toEqual(['collect www.google-analytics.com G101 queued'])
  })

  test('several IDs, send_to, and an ID that the page configured itself', async () => {
    const { page, context, wire } = await grantedSite({ analytics: { measurementId: [ID, 'G-TEST2'] } })
    await wire.waitForEvent('page_view', { count: 2 })
    await gtag(page, 'config', 'G-OTHER')
    await wire.waitForEvent('page_view', { count: 3 })
    for (const id of [ID, 'G-TEST2', 'G-OTHER']) await gtag(page, 'event', 'queued', { send_to: id })
    await withdraw(page)
    for (const id of [ID, 'G-TEST2', 'G-OTHER']) await gtag(page, 'event', 'later', { send_to: id })
    expect(await wire.during(LONGER)).toEqual([])
    expect(await cookiesOf(context, '_ga')).toEqual([])
  })

  test('hits to a server of the site’s own stop as well, its other paths answer', async () => {
    const { page, wire, requests } = await grantedSite({
      analytics: { transportUrl: 'https://shop.example.test/metrics' },
    })
    expect(wire.log().at(-1)).toContain('shop.example.test')
    await gtag(page, 'event', 'queued')
    await withdraw(page)
    expect(await wire.during(LONGER)).toEqual([])
    const before = requests.length
    expect(await page.evaluate(`fetch('/metrics/health').then(({ status }) => status)`)).toBe(404)
    expect(requests).toHaveLength(before + 1)
  })

  test('withdrawn while the tag loads: it arrives and sends nothing', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const { page, context, wire } = await openSite({
      page: analyticsPage({ measurementId: [ID, 'G-TEST2'] }),
      async before(context) {
        await context.route('**/gtag/js*', async (route) => {
          await held
          await route.continue()
        })
      },
    })
    await accept(page)
    await withdraw(page)
    release()
    await page.waitForFunction(`window.google_tag_manager?.['${ID}']`)
    await gtag(page, 'event', 'later')
    expect(await wire.during(LONGER)).toEqual([])
    expect(wire.log()).toEqual([`gtag www.googletagmanager.com ${ID}`])
    expect(await cookiesOf(context, '_ga')).toEqual([])
    expect(await withGate(page, (gate) => gate.get().services['google-analytics'])).toBe('stopped')
    // P3: and the next yes reports the page once.
    await accept(page)
    await wire.waitForEvent('page_view', { count: 2 })
    await wire.during(LONGER)
    expect(
      wire
        .events('page_view')
        .map(({ params }) => params.tid)
        .sort(),
    ).toEqual([ID, 'G-TEST2'])
  })

  test('a destroyed SDK leaves a withdrawn tag off', async () => {
    const { page, wire } = await grantedSite()
    await gtag(page, 'event', 'queued')
    await withdraw(page)
    await withGate(page, (gate) => gate.destroy())
    await gtag(page, 'event', 'later')
    expect(await wire.during(LONGER)).toEqual([])
  })
})

describe('P15 the guard is a good guest', () => {
  test('other services of Google and the site pass untouched; measurements are answered', async () => {
    const { page } = await grantedSite({
      respond: ({ url }) => (url.hostname === 'maps.googleapis.com' ? { body: 'map' } : undefined),
    })
    await withdraw(page)
    const answers = await page.evaluate(async () => ({
      post: await fetch(
        new Request('https://www.google-analytics.com/g/collect?v=2', { method: 'POST' }),
      ).then(({ status }) => status),
      url: await fetch(new URL('https://region1.analytics.google.com/g/collect?v=2')).then(
        ({ status }) => status,
      ),
      beacon: navigator.sendBeacon('https://www.google-analytics.com/g/collect?v=2', 'en=x'),
      relative: await fetch('/here').then(({ status }) => status),
      bad: await fetch('http://[').catch((error: Error) => error.name),
      detached: await fetch.call(undefined, '/here').then(({ status }) => status),
      beaconError: (() => {
        try {
          return navigator.sendBeacon('http://[')
        } catch (error) {
          return (error as Error).name
        }
      })(),
    }))
    expect(answers).toEqual({
      post: 204,
      url: 204,
      beacon: true,
      relative: 404,
      bad: 'TypeError',
      detached: 404,
      beaconError: 'TypeError',
    })
  })

  test('nothing is patched before a withdrawal, and a grant gives both methods back', async () => {
    const { page } = await openSite({
      page: analyticsPage({}, '<script>window.first = [fetch, navigator.sendBeacon]</script>'),
    })
    const same = () =>
      page.evaluate(
        `fetch === first[0] && navigator.sendBeacon === first[1] && !Object.hasOwn(navigator, 'sendBeacon')`,
      )
    expect(await same()).toBe(true)
    await withGate(page, (gate) => gate.rejectAll().ok)
    expect(await same()).toBe(true)
    await accept(page)
    await page.waitForFunction(`window.google_tag_manager?.['${ID}']`)
    expect(await same()).toBe(true)
    await withdraw(page)
    expect(await same()).toBe(false)
    await accept(page)
    // The guard knows the withdrawn client until the tag's queue has drained (docs/google-analytics.md).
    await page.waitForTimeout(7_000)
    expect(await same()).toBe(true)
  })

  test('code that wraps fetch afterwards keeps its wrapper, and the guard its place', async () => {
    const { page, wire } = await grantedSite()
    await withdraw(page)
    await page.evaluate(
      `window.calls = 0; { const inner = fetch; window.wrapped = window.fetch = (...args) => { calls++; return inner(...args) } }`,
    )
    await gtag(page, 'event', 'later')
    expect(
      await page.evaluate(
        `fetch('https://www.google-analytics.com/g/collect?v=2').then(({ status }) => status)`,
      ),
    ).toBe(204)
    await accept(page)
    expect(await page.evaluate('fetch === wrapped')).toBe(true)
    await wire.waitForEvent('page_view', { count: 2 })
    expect(await page.evaluate('calls')).toBeGreaterThan(1)
  })
})
