import { expect, test } from 'vitest'
import { cookiesOf, dataLayerOf, openSite, type Site, withGate } from '../harness/index.js'
import { FOREIGN, gaPage, ID, SECOND } from './gaPage.js'
import { openGranted } from './openGranted.js'

const accept = 'ConsentGate.acceptAll()'
const withdraw = 'ConsentGate.withdraw()'
const statusOf = ({ page }: Site) => page.evaluate(`ConsentGate.get().services['google-analytics']`)
const ourScripts = ({ page }: Site) => page.locator('script[src*="/gtag/js"]:not([src*="cx=c"])').count()
const configs = async ({ page }: Site) =>
  (await dataLayerOf(page)).filter(({ values }) => values[0] === 'config').map(({ values }) => values[1])

test.each([
  ['one ID', ID, [ID]],
  ['two IDs', [ID, SECOND], [ID, SECOND]],
])(
  'P3 ten toggles: one script, one config per ID, one page_view per grant: %s',
  async (_name, measurementId, ids) => {
    const site = await openGranted({ analytics: { measurementId } })
    const { page, wire, context, errors } = site
    for (let toggle = 1; toggle <= 5; toggle++) {
      await page.evaluate(withdraw)
      expect(await cookiesOf(context, '_ga')).toEqual([])
      const flags = await page.evaluate(`${JSON.stringify(ids)}.map((id) => window['ga-disable-' + id])`)
      expect(flags).toEqual(ids.map(() => true))
      await page.evaluate(accept)
      await wire.waitForEvent('page_view', { count: ids.length * (toggle + 1) })
      expect((await cookiesOf(context, '_ga')).map(({ name }) => name)).toContain('_ga')
    }
    await wire.during(700)
    expect(await ourScripts(site)).toBe(1)
    expect(wire.of('gtag')).toHaveLength(ids.length)
    expect(await configs(site)).toEqual(ids)
    expect((await dataLayerOf(page)).filter(({ values }) => values[1] === 'default')).toHaveLength(1)
    for (const id of ids) {
      const views = wire.events('page_view').filter(({ params }) => params.tid === id)
      expect(views).toHaveLength(6)
      expect(new Set(views.map(({ params }) => params.cid)).size).toBe(6)
      expect(views.every(({ params }) => params.gcs === 'G101' && params.npa === '1')).toBe(true)
      expect(await page.evaluate(`window['ga-disable-${id}']`)).toBeUndefined()
    }
    expect(errors).toEqual([])
  },
)

test('P3 ten toggles without a pause end as the last one says', async () => {
  const { page, wire, context } = await openGranted()
  await page.evaluate(`for (let i = 0; i < 5; i++) { ${withdraw}; ${accept} }`)
  await wire.during(1_200)
  expect(await page.evaluate(`ConsentGate.allows('google-analytics')`)).toBe(true)
  const before = wire.requests.length
  await page.evaluate(`for (let i = 0; i < 5; i++) { ${accept}; ${withdraw} }; gtag('event', 'later')`)
  await wire.during(1_200)
  await page.goto('about:blank')
  await wire.during(300)
  expect(wire.log().slice(before)).toEqual([])
  expect(await cookiesOf(context, '_ga')).toEqual([])
})

test('P3 off and on again is another visitor: new client ID, first visit, one page_view', async () => {
  const { page, wire } = await openGranted()
  const [first] = wire.events('page_view')
  await page.evaluate(withdraw)
  await page.waitForTimeout(300)
  await page.evaluate(accept)
  const views = await wire.waitForEvent('page_view', { count: 2 })
  await wire.during(700)
  expect(wire.events('page_view')).toHaveLength(2)
  expect(views[1]?.params).toMatchObject({ gcs: 'G101', _fv: '1' })
  expect(views[1]?.params.cid).not.toBe(first?.params.cid)
})

test('P2 P3 a yes right after a no lets nothing of before it leave, and sends one page_view', async () => {
  const { page, wire } = await openGranted({ gtag: { queueMs: 400 } })
  const [first] = wire.events('page_view')
  await page.evaluate(
    `gtag('event', 'queued'); ${withdraw}; gtag('event', 'refused'); ${accept}; gtag('event', 'after')`,
  )
  await wire.waitForEvent('after')
  await wire.during(1_000)
  const later = wire.events().slice(1)
  expect(later.map(({ name }) => name).filter((name) => name !== 'user_engagement')).toEqual([
    'page_view',
    'after',
  ])
  expect(later.filter(({ params }) => params.cid === first?.params.cid)).toEqual([])
})

test.each([
  ['', 'example.test', 0, {}],
  [' that is busy when the cookies go', 'example.test', 400, {}],
  [
    ' on another subdomain that shares the record',
    'shop.example.test',
    0,
    { record: { domain: 'example.test' } },
  ],
])(
  'P2 a yes right after a no lets nothing of before it leave from another tab%s',
  async (_name, host, busy, config) => {
    const { context, page, wire, urlOf } = await openGranted({ gtag: { queueMs: 2_500 }, config })
    const other = await context.newPage()
    await other.goto(urlOf('/', host))
    await wire.waitForEvent('page_view', { count: 2 })
    // An ID from the second of the no could as well be from after it, unless its cookie was seen to go.
    await other.waitForTimeout(1_000)
    await other.evaluate(`gtag('event', 'queued')`)
    await other.evaluate(`setTimeout(() => { const end = Date.now() + ${busy}; while (Date.now() < end); })`)
    await page.waitForTimeout(30)
    await page.evaluate(withdraw)
    await other.waitForFunction(`!ConsentGate.allows('google-analytics')`, undefined, { polling: 20 })
    await page.evaluate(accept)
    await other.waitForFunction(`ConsentGate.allows('google-analytics')`, undefined, { polling: 20 })
    await other.evaluate(`gtag('event', 'after')`)
    await wire.waitForEvent('after')
    await wire.waitForEvent('page_view', { count: 4 })
    await wire.during(1_000)
    expect(wire.events('queued')).toEqual([])
    expect(wire.events('page_view')).toHaveLength(4)
  },
)

test('P4 an ID that the page configured: what it was told while refused does not leave after a quick yes', async () => {
  const { page, wire } = await openGranted({ gtag: { queueMs: 1_000 } })
  await page.evaluate(`gtag('config', '${FOREIGN}')`)
  await wire.waitForEvent('page_view', { count: 2 })
  await page.evaluate(`${withdraw}; gtag('event', 'refused', { send_to: '${FOREIGN}' })`)
  await page.waitForTimeout(200)
  await page.evaluate(`${accept}; gtag('event', 'after', { send_to: '${FOREIGN}' })`)
  await wire.waitForEvent('after')
  await wire.during(1_200)
  expect(wire.events('refused')).toEqual([])
})

test('P3 an ID that the page configured with a cookie_prefix of its own is heard after a quick yes', async () => {
  const { page, wire } = await openGranted({ gtag: { queueMs: 400 } })
  await page.evaluate(`gtag('config', '${FOREIGN}', { cookie_prefix: 'own' })`)
  await wire.waitForEvent('page_view', { count: 2 })
  await page.evaluate(`${withdraw}; ${accept}; gtag('event', 'after', { send_to: '${FOREIGN}' })`)
  await wire.waitForEvent('after')
})

test('P3 erased and on again is another visitor too', async () => {
  const { page, wire, context } = await openGranted()
  const [first] = wire.events('page_view')
  await page.evaluate('ConsentGate.erase()')
  expect(await cookiesOf(context, '_ga')).toEqual([])
  await page.evaluate(accept)
  const views = await wire.waitForEvent('page_view', { count: 2 })
  expect(views[1]?.params.cid).not.toBe(first?.params.cid)
})

test('P3 the yes of a page that had been refused, and refused again, and granted again', async () => {
  const site = await openSite({ page: gaPage(), gtag: { enhancedMeasurement: [] } })
  const { page, wire } = site
  await withGate(page, (gate) => gate.rejectAll().ok)
  await page.evaluate(accept)
  await wire.waitForEvent('page_view')
  await page.evaluate(`${withdraw}; ${accept}`)
  await wire.waitForEvent('page_view', { count: 2 })
  await wire.during(700)
  expect(wire.events('page_view')).toHaveLength(2)
  expect(await ourScripts(site)).toBe(1)
})

/** A page whose first load of gtag.js failed after a yes. */
async function openBlockedOnce() {
  let failures = 0
  const site = await openSite({
    page: gaPage(),
    respond: ({ url }) => (url.pathname === '/gtag/js' && failures++ === 0 ? 'abort' : undefined),
  })
  await withGate(site.page, (gate) => gate.acceptAll().ok)
  await expect.poll(() => statusOf(site)).toBe('blocked')
  return site
}

test('P3 after a load that failed, a new yes tries once more and works', async () => {
  const site = await openBlockedOnce()
  const { page, wire } = site
  await page.evaluate(withdraw)
  expect(await statusOf(site)).toBe('stopped')
  await page.evaluate(accept)
  await wire.waitForEvent('page_view')
  await expect.poll(() => statusOf(site)).toBe('running')
  await wire.during(700)
  expect(wire.events('page_view')).toHaveLength(1)
  expect(await configs(site)).toEqual([ID])
  const layer = await dataLayerOf(page)
  expect(layer.filter(({ values }) => values[1] === 'default')).toHaveLength(1)
})

test('P3 a second yes after a load that failed is a new yes: it tries once more, and nothing else does', async () => {
  const site = await openBlockedOnce()
  const { page, wire } = site
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
  await wire.during(300)
  expect(wire.of('gtag')).toHaveLength(1)
  await withGate(page, (gate) => gate.acceptAll().ok)
  await wire.waitForEvent('page_view')
  await expect.poll(() => statusOf(site)).toBe('running')
  await wire.during(700)
  expect(wire.events('page_view')).toHaveLength(1)
  expect(await configs(site)).toEqual([ID])
})

test.each([
  ['refused by the network', () => 'abort' as const],
  ['404', () => ({ status: 404 })],
  [
    'a stand-in of an ad blocker',
    () => ({ headers: { 'content-type': 'text/javascript' }, body: '"use strict"' }),
  ],
])(
  'P3 a script that never comes (%s) is asked for twice at most, and nothing breaks',
  async (_name, reply) => {
    const site = await openSite({
      page: gaPage(
        {},
        {},
        `<script>addEventListener('unhandledrejection', () => console.error('rejected'))</script>`,
      ),
      respond: ({ url }) => (url.pathname === '/gtag/js' ? reply() : undefined),
    })
    const { page, wire, context, errors } = site
    await withGate(page, (gate) => gate.acceptAll().ok)
    await expect.poll(() => statusOf(site)).toBe('blocked')
    for (let toggle = 0; toggle < 4; toggle++) {
      await page.evaluate(`${withdraw}; ${accept}`)
      await expect.poll(() => statusOf(site)).toBe('blocked')
    }
    expect(wire.log()).toEqual(Array(2).fill(`gtag www.googletagmanager.com ${ID}`))
    expect(await cookiesOf(context, '_ga')).toEqual([])
    expect(errors.filter((error) => !/Failed to load resource/.test(error))).toEqual([])
  },
)

/** A page whose gtag.js comes when the test says so. */
async function openSlow(analytics = {}, enhancedMeasurement: 'history'[] = ['history']) {
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const site = await openSite({
    page: { '*': gaPage(analytics) },
    gtag: { enhancedMeasurement },
    respond: async ({ url }) => {
      if (url.pathname === '/gtag/js') await arrived
      return undefined
    },
  })
  await withGate(site.page, (gate) => gate.acceptAll().ok)
  await site.wire.waitFor('gtag')
  return { site, arrive }
}

test('P3 granted again while gtag.js loads: one script, one page_view', async () => {
  const { site, arrive } = await openSlow()
  const { page, wire } = site
  await page.evaluate(`${withdraw}; ${accept}; ${withdraw}; ${accept}`)
  expect(await statusOf(site)).toBe('loading')
  arrive()
  await wire.waitForEvent('page_view')
  await expect.poll(() => statusOf(site)).toBe('running')
  await wire.during(1_000)
  expect(wire.events('page_view')).toHaveLength(1)
  expect(await ourScripts(site)).toBe(1)
  expect(await configs(site)).toEqual([ID])
})

test('P3 pageViews: history: a router that moves the address while gtag.js loads is one page_view', async () => {
  const { site, arrive } = await openSlow({ pageViews: 'history' }, [])
  const { page, wire } = site
  await page.evaluate(`history.replaceState({}, '', '/home')`)
  await page.waitForTimeout(200)
  arrive()
  await wire.waitForEvent('page_view')
  await page.evaluate(`history.pushState({}, '', '/b'); history.replaceState({}, '', '/c')`)
  await wire.waitForEvent('page_view', { count: 3 })
  await wire.during(800)
  expect(wire.events('page_view').map(({ params }) => params.dl)).toEqual([
    'https://example.test/home',
    'https://example.test/b',
    'https://example.test/c',
  ])
})

test.each([
  ['one ID', ID, [ID]],
  ['two IDs', [ID, SECOND], [ID, SECOND]],
])(
  'P3 withdrawn while gtag.js loads: stopped, and silent when it arrives; a yes after that works: %s',
  async (_name, measurementId, ids) => {
    const { site, arrive } = await openSlow({ measurementId })
    const { page, wire, context } = site
    await page.evaluate(`gtag('event', 'while_loading'); ${withdraw}; gtag('event', 'later')`)
    expect(await statusOf(site)).toBe('stopped')
    arrive()
    await page.waitForFunction(`window.google_tag_manager && google_tag_manager['${ID}']`)
    await page.evaluate(`gtag('event', 'arrived'); history.pushState({}, '', '/pushed')`)
    await wire.during(1_000)
    expect(wire.log()).toEqual([`gtag www.googletagmanager.com ${ID}`])
    expect(await cookiesOf(context, '_ga')).toEqual([])
    expect(await statusOf(site)).toBe('stopped')

    await page.evaluate(accept)
    await wire.waitForEvent('page_view', { count: ids.length })
    await wire.during(1_000)
    expect(wire.events().map(({ name, params }) => [name, params.tid])).toEqual(
      ids.map((id) => ['page_view', id]),
    )
    expect(await ourScripts(site)).toBe(1)
  },
)

test('P3 withdrawn while gtag.js loads, and left before it arrives: nothing', async () => {
  const { site, arrive } = await openSlow()
  await site.page.evaluate(`gtag('event', 'while_loading'); ${withdraw}`)
  await site.page.goto('about:blank')
  arrive()
  await site.wire.during(500)
  expect(site.wire.of('collect')).toEqual([])
  expect(await cookiesOf(site.context, '_ga')).toEqual([])
})

test('P3 withdrawn while the script of a second ID loads: silent when it arrives, one page_view each after a yes', async () => {
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const { page, wire } = await openSite({
    page: gaPage({ measurementId: [ID, SECOND] }),
    gtag: { enhancedMeasurement: ['history'] },
    respond: async ({ url }) => {
      if (url.searchParams.get('id') === SECOND && url.pathname === '/gtag/js') await arrived
      return undefined
    },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await wire.waitForEvent('page_view')
  await wire.waitFor('gtag', { count: 2 })
  await page.evaluate(withdraw)
  arrive()
  await page.waitForFunction(`'${SECOND}' in google_tag_manager`)
  await page.evaluate(`gtag('event', 'later'); history.pushState({}, '', '/pushed')`)
  await wire.during(900)
  expect(wire.events().map(({ name }) => name)).toEqual(['page_view'])

  await page.evaluate(accept)
  await wire.waitForEvent('page_view', { count: 3 })
  await wire.during(900)
  const views = wire.events('page_view').slice(1)
  expect(views.map(({ params }) => params.tid).sort()).toEqual([ID, SECOND])
})

test.each([
  ['auto', ['history'], ['page_view', 'page_view', 'page_view']],
  ['history', [], ['page_view', 'page_view', 'page_view']],
  ['manual', [], []],
] as const)(
  'P3 pageViews: %s reports the start, a page change and the next yes once each, or leaves it to the site',
  async (pageViews, enhancedMeasurement, views) => {
    const { page, wire } = await openSite({
      page: gaPage({ pageViews }),
      gtag: { enhancedMeasurement },
    })
    await withGate(page, (gate) => gate.acceptAll().ok)
    await page.waitForFunction(`ConsentGate.get().services['google-analytics'] === 'running'`)
    await page.evaluate(`history.pushState({}, '', '/second')`)
    await wire.during(800)
    await page.evaluate(`${withdraw}; history.pushState({}, '', '/unseen')`)
    await wire.during(300)
    await page.evaluate(accept)
    await wire.during(800)
    expect(wire.events('page_view').map(({ name }) => name)).toEqual(views)
  },
)

test('P3 a yes to another category, and its no, change the consent and report no page again', async () => {
  const { page, wire } = await openSite({
    page: gaPage({}, { categories: { ads: { consentTypes: ['ad_storage'] } } }),
    gtag: { enhancedMeasurement: [] },
  })
  await withGate(page, (gate) => gate.save({ analytics: true, ads: false }).ok)
  await wire.waitForEvent('page_view')
  await page.evaluate(`ConsentGate.save({ ads: true }); gtag('event', 'with_ads')`)
  await wire.waitForEvent('with_ads')
  await page.evaluate(`ConsentGate.save({ ads: false }); gtag('event', 'without_ads')`)
  await wire.waitForEvent('without_ads')
  await wire.during(700)
  expect(wire.events().map(({ name, params }) => [name, params.gcs])).toEqual([
    ['page_view', 'G101'],
    ['with_ads', 'G111'],
    ['without_ads', 'G101'],
  ])
  const before = wire.requests.length
  await page.evaluate(
    `gtag('event', 'queued'); ConsentGate.save({ analytics: false, ads: true }); gtag('event', 'later')`,
  )
  await page.goto('about:blank')
  await wire.during(700)
  expect(wire.log().slice(before)).toEqual([])
})
