import { expect, test } from 'vitest'
import { cookiesOf, dataLayerOf, openSite, withGate } from '../harness/index.js'
import { FOREIGN, gaPage, ID, SECOND } from './gaPage.js'
import { openGranted } from './openGranted.js'

const TYPES = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
]
const early = `<script>window.dataLayer = []; function gtag() { dataLayer.push(arguments) }
  gtag('consent', 'default', { analytics_storage: 'granted', ad_storage: 'granted' })
  gtag('js', new Date()); gtag('config', '${FOREIGN}'); gtag('config', '${ID}', { cookie_domain: 'auto' })
  gtag('set', { client_id: '1.1' }); gtag('consent', 'update', { ad_storage: 'granted' })
  dataLayer.push({ event: 'of another reader' }, ['event', 'as_array'])
  for (let i = 1; i <= 60; i++) gtag('event', 'early_' + i)</script>`

test.each([
  ['one ID', ID, [ID]],
  ['two IDs', [ID, SECOND], [ID, SECOND]],
])(
  'P4 only Arguments; the one full default, then update, js, config: %s',
  async (_name, measurementId, ids) => {
    const { page } = await openGranted({ analytics: { measurementId } })
    await page.evaluate(
      `ConsentGate.track('own', { value: 1 }); ConsentGate.withdraw(); ConsentGate.acceptAll()`,
    )
    const layer = await dataLayerOf(page)
    expect(layer.every(({ isArguments }) => isArguments)).toBe(true)
    const commands = layer.map(({ values }) => values.slice(0, 2).map(String).join(' '))
    expect(commands.slice(0, 2)).toEqual(['consent default', 'consent update'])
    expect(commands[2]).toMatch(/^js /)
    expect(commands.slice(3, 3 + ids.length)).toEqual(ids.map((id) => `config ${id}`))
    expect(commands.filter((command) => command === 'consent default')).toHaveLength(1)
    expect(layer[0]?.values[2]).toEqual(Object.fromEntries(TYPES.map((type) => [type, 'denied'])))
    expect(layer[1]?.values[2]).toEqual({ analytics_storage: 'granted' })
    const consents = layer.filter(({ values }) => values[0] === 'consent')
    expect(JSON.stringify(consents.slice(1))).not.toMatch(/"(ad_|functionality|personalization|security)/)
  },
)

test('P4 what the page queued before the yes is taken out: nothing of it is sent or configured', async () => {
  const { page, wire } = await openSite({ page: early + gaPage(), gtag: { enhancedMeasurement: [] } })
  await withGate(page, (gate) => gate.acceptAll().ok)
  const [view] = await wire.waitForEvent('page_view')
  await page.evaluate(`gtag('event', 'after')`)
  await wire.waitForEvent('after')
  await wire.during(800)
  expect(wire.log()).toEqual([
    `gtag www.googletagmanager.com ${ID}`,
    'collect www.google-analytics.com G101 page_view',
    'collect www.google-analytics.com G101 after',
  ])
  expect(view?.params).toMatchObject({ gcs: 'G101', gcd: '13p3r3p3p7l1' })
  expect(view?.params.cid).not.toBe('1.1')
  // What is no command of the tag's belongs to other readers and stays.
  const others = (await dataLayerOf(page)).filter(({ isArguments }) => !isArguments)
  expect(others.map(({ values }) => values)).toEqual([
    [{ event: 'of another reader' }],
    ['event', 'as_array'],
  ])
})

test('P4 hold: the last 50 events of an unanswered start come back after config, and nothing but events', async () => {
  const { page, wire } = await openSite({
    page: early + gaPage({ beforeConsent: 'hold' }),
    gtag: { enhancedMeasurement: [] },
  })
  await withGate(page, (gate) => {
    gate.track('tracked')
    return gate.acceptAll().ok
  })
  const [view] = await wire.waitForEvent('page_view')
  await wire.waitForEvent('tracked')
  const held = Array.from({ length: 49 }, (_, index) => `early_${index + 12}`)
  expect(wire.events().map(({ name }) => name)).toEqual(['page_view', ...held, 'tracked'])
  expect(view?.params.cid).not.toBe('1.1')
  expect(wire.requests.every(({ params }) => (params.tid ?? params.id) === ID)).toBe(true)
  const commands = (await dataLayerOf(page)).map(({ values }) => String(values[0]))
  expect(commands.slice(0, 4)).toEqual(['consent', 'consent', 'js', 'config'])
})

test('P4 events that a page queues under a stored yes are sent', async () => {
  const queues = `<script>window.dataLayer = []; function gtag() { dataLayer.push(arguments) }
    gtag('event', 'early')</script>`
  const { page, wire } = await openGranted({ page: queues + gaPage() })
  // A hit whose answer is still on its way when the page goes is sent again by the tag.
  await wire.during(800)
  await page.reload()
  await wire.waitForEvent('early')
  expect(wire.events('page_view')).toHaveLength(2)
})

const own = `<script>window.dataLayer = []; function gtag() { dataLayer.push(arguments) }</script>`
const alone = `${own}<script>gtag('js', new Date()); gtag('config', '${FOREIGN}'); gtag('config', '${ID}')</script>`

test.each([
  ['the two lines that define it', own],
  ['the whole snippet', alone],
])(
  'P1 P4 a page that assigns dataLayer anew after gate.js ran hears and says no more than others: %s',
  async (_name, snippet) => {
    const { page, wire, context } = await openSite({
      page: `${gaPage().replace(' async', '')}${snippet}<script>gtag('event', 'early')</script>`,
      gtag: { enhancedMeasurement: [] },
    })
    await withGate(page, (gate) => gate.acceptAll().ok)
    const [view] = await wire.waitForEvent('page_view')
    expect(view?.params).toMatchObject({ gcs: 'G101', gcd: '13p3r3p3p7l1', tid: ID })
    await page.evaluate(`gtag('event', 'heard')`)
    await wire.waitForEvent('heard')
    expect(wire.events('early')).toEqual([])
    const before = wire.requests.length
    await page.evaluate(`gtag('event', 'queued'); ConsentGate.withdraw(); gtag('event', 'later')`)
    await wire.during(1_000)
    expect(wire.log().slice(before)).toEqual([])
    expect(await cookiesOf(context, '_ga')).toEqual([])
  },
)

test('P4 assigned anew while the tag loads under a stored yes, each hit still says analytics only', async () => {
  const { page, wire } = await openSite({
    page: `${gaPage().replace(' async', '')}${alone}`,
    gtag: { enhancedMeasurement: [] },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await wire.waitForEvent('page_view')
  await wire.during(300)
  await page.reload()
  await wire.waitForEvent('page_view', { count: 2 })
  await page.evaluate(`gtag('event', 'heard')`)
  await wire.waitForEvent('heard')
  expect(wire.events().every(({ params }) => params.gcs === 'G101' && params.npa === '1')).toBe(true)
})

const VIDEOS = { id: 'videos', category: 'media', name: 'Videos' }

test.each<[what: string, script: string, act: string, services?: object[]]>([
  [
    'a page that starts refused',
    `document.cookie = 'consent_gate=1.1-1.1.1.${Date.now().toString(36)}.ui.google-analytics0; path=/; secure'`,
    '',
  ],
  ['a page where the visitor refuses first', '', 'ConsentGate.rejectAll()'],
  [
    'a page that starts refused and asks for another service',
    `document.cookie = 'consent_gate=1.1-1.1.1.${Date.now().toString(36)}.ui.google-analytics0; path=/; secure'`,
    '',
    [VIDEOS],
  ],
  [
    'a page where the visitor refuses it and has yet to answer for another service',
    '',
    `ConsentGate.withdraw('google-analytics')`,
    [VIDEOS],
  ],
])('P4 hold holds nothing on %s', async (_name, script, act, services: object[] = []) => {
  const { page, wire } = await openSite({
    page: early + gaPage({ beforeConsent: 'hold' }, { services }),
    gtag: { enhancedMeasurement: [] },
    before: (context) => context.addInitScript(script),
  })
  await withGate(page, (gate) => gate.get().answered)
  await page.evaluate(
    `${act}; gtag('event', 'refused'); ConsentGate.track('refused_too'); ConsentGate.acceptAll()`,
  )
  await wire.waitForEvent('page_view')
  await wire.during(1_000)
  expect(wire.events().map(({ name }) => name)).toEqual(['page_view'])
})

test('P4 hold: reset() after a stored no brings nothing back that was pushed while it was no', async () => {
  const { page, wire } = await openSite({
    page: gaPage({ beforeConsent: 'hold' }),
    gtag: { enhancedMeasurement: [] },
  })
  await withGate(page, (gate) => gate.rejectAll().ok)
  await page.reload()
  await withGate(page, (gate) => gate.get().answered)
  await page.evaluate(`gtag('event', 'refused'); ConsentGate.reset(); ConsentGate.acceptAll()`)
  await wire.waitForEvent('page_view')
  await wire.during(800)
  expect(wire.events().map(({ name }) => name)).toEqual(['page_view'])
})

test.each(['drop', 'hold'])('P4 %s: events pushed while refused are never sent', async (beforeConsent) => {
  const { page, wire } = await openGranted({ analytics: { beforeConsent } })
  await page.evaluate(`ConsentGate.withdraw(); gtag('event', 'refused'); ConsentGate.track('refused_too')
    history.pushState({}, '', '/pushed'); dataLayer.push(['event', 'as_array'])`)
  await page.waitForTimeout(200)
  await page.evaluate(`ConsentGate.acceptAll(); gtag('event', 'after'); ConsentGate.track('after_too')`)
  await wire.waitForEvent('after_too')
  await wire.during(800)
  // The tag itself reports engagement when consent comes back.
  const names = wire.events().map(({ name }) => name)
  expect(names.filter((name) => name !== 'user_engagement')).toEqual([
    'page_view',
    'page_view',
    'after',
    'after_too',
  ])
})

test('P4 each hit says analytics only, no ads: gcs, gcd, npa, and only two hosts even on a Signals property', async () => {
  const { page, context, wire } = await openGranted({
    gtag: {
      googleSignals: 'on',
      keyEvents: ['purchase', 'page_view'],
      enhancedMeasurement: ['history', 'scroll'],
    },
  })
  await page.evaluate(`gtag('event', 'purchase', { currency: 'KRW', value: 1 }); history.pushState({}, '', '/next')
    ConsentGate.withdraw(); ConsentGate.acceptAll(); gtag('event', 'again')`)
  await wire.waitForEvent('again')
  const hits = wire.of('collect')
  expect(hits.length).toBeGreaterThan(1)
  for (const { params } of hits) {
    expect(params).toMatchObject({ gcs: 'G101', gcd: '13p3r3p3p7l1', npa: '1', pscdl: 'denied' })
  }
  expect([...new Set(wire.requests.map(({ url }) => url.hostname))].sort()).toEqual([
    'www.google-analytics.com',
    'www.googletagmanager.com',
  ])
  expect(await cookiesOf(context, '_gcl')).toEqual([])
})

test.each([
  ['host', {}, {}, 'shop.example.co.kr'],
  ['the domain that shares the record', { domain: 'example.co.kr' }, {}, '.example.co.kr'],
  ['host, whatever config says', {}, { cookie_domain: 'auto' }, 'shop.example.co.kr'],
  [
    'none, where config is narrower',
    { domain: 'example.co.kr' },
    { cookie_domain: 'none' },
    'shop.example.co.kr',
  ],
])('P4 cookies reach as far as the record: %s', async (_name, record, config, domain) => {
  const { context } = await openGranted({
    host: 'shop.example.co.kr',
    analytics: { config },
    config: { record },
  })
  const cookies = await cookiesOf(context, '_ga')
  expect(cookies.map((cookie) => [cookie.name, cookie.domain])).toEqual([
    ['_ga', domain],
    ['_ga_TEST1', domain],
  ])
  const days = (cookie: { expires: number }) => Math.round((cookie.expires - Date.now() / 1000) / 86_400)
  expect(cookies.map((cookie) => [cookie.secure, cookie.sameSite, days(cookie)])).toEqual([
    [true, 'Lax', 390],
    [true, 'Lax', 390],
  ])
})
