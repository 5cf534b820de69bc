import { gtagSource } from '@consent-gate/tests/gtag-double'
import { describe, expect, test } from 'vitest'
import { openSite } from '../harness/index.js'
import { CONFIG, ID, setUp, tagPage } from './tagPage.js'

const quiet = { enhancedMeasurement: [] } as const
const script = (id: string) =>
  `<script async src="https://www.googletagmanager.com/gtag/js?id=${id}"></script>`

describe('measured: commands', () => {
  test('only Arguments objects are carried out', async () => {
    const { wire } = await openSite({
      page: `${script(ID)}<script>window.dataLayer = []
        dataLayer.push(['js', new Date()]); dataLayer.push(['config', '${ID}'])
        ;((...all) => dataLayer.push(all))('event', 'e')</script>`,
    })
    await wire.waitFor('gtag')
    expect(await wire.during(700)).toEqual([])
  })

  test('what was queued before the script came is replayed, whenever that is', async () => {
    const { page, wire } = await openSite({
      page: `<script>${setUp}${CONFIG}gtag('event', 'early')</script>`,
    })
    expect(await wire.during(200)).toEqual([])
    await page.addScriptTag({ url: `https://www.googletagmanager.com/gtag/js?id=${ID}` })
    await wire.waitForEvent('page_view')
    await wire.waitForEvent('early')
    expect(await page.evaluate(`typeof google_tag_manager['${ID}']`)).toBe('object')
  })

  test.each([
    ['the same ID configured twice', tagPage(CONFIG + CONFIG)],
    ['the script in the page twice', script(ID) + tagPage(CONFIG)],
  ])('%s: one page_view', async (_name, page) => {
    const { wire } = await openSite({ page, gtag: quiet })
    await wire.waitForEvent('page_view')
    expect(await wire.during(900)).not.toContainEqual(expect.stringContaining('page_view'))
    expect(wire.events('page_view')).toHaveLength(1)
  })

  test('another ID brings one more script with the nonce of the page, and its own hits', async () => {
    const second = `gtag('config', 'G-TEST2')\n`
    const { page, wire } = await openSite({
      page: tagPage(CONFIG + second + second).replaceAll('<script', '<script nonce="n1"'),
      headers: { 'content-security-policy': "script-src 'nonce-n1'" },
      gtag: quiet,
    })
    await wire.waitForEvent('page_view', { count: 2 })
    expect(wire.of('gtag').map(({ params }) => [params.id, params.cx])).toEqual([
      [ID, undefined],
      ['G-TEST2', 'c'],
    ])
    await page.evaluate(`gtag('event', 'both'); gtag('event', 'one', { send_to: 'G-TEST2' })`)
    await wire.waitForEvent('both', { count: 2 })
    const [one] = await wire.waitForEvent('one')
    expect(one?.params.tid).toBe('G-TEST2')
    expect(wire.events('one')).toHaveLength(1)
  })

  test('groups route events', async () => {
    const { page, wire } = await openSite({
      page: tagPage(`${CONFIG}gtag('config', 'G-TEST2', { groups: 'shop' })`),
      gtag: quiet,
    })
    await wire.waitForEvent('page_view', { count: 2 })
    await page.evaluate(`gtag('event', 'plain'); gtag('event', 'sold', { send_to: 'shop' })`)
    expect((await wire.waitForEvent('sold')).map(({ params }) => params.tid)).toEqual(['G-TEST2'])
    expect((await wire.waitForEvent('plain')).map(({ params }) => params.tid)).toEqual([ID])
  })

  test('event over config over set', async () => {
    const { wire } = await openSite({
      page: tagPage(`gtag('set', { page_title: 'set', user_id: 'u1' })
        gtag('config', '${ID}', { page_title: 'config' }); gtag('event', 'e', { page_title: 'event' })`),
      gtag: quiet,
    })
    expect((await wire.waitForEvent('page_view'))[0]?.params).toMatchObject({ dt: 'config', uid: 'u1' })
    expect((await wire.waitForEvent('e'))[0]?.params.dt).toBe('event')
  })
})

describe('measured: how a hit leaves', () => {
  test('the first at once as a POST without a body, later ones together after the queue time, one line each', async () => {
    const { wire } = await openSite({
      page: tagPage(`${CONFIG}gtag('event', 'a', { n: 1, s: 'x' }); gtag('event', 'b')`),
      gtag: { ...quiet, queueMs: 3_000 },
    })
    const [first] = await wire.waitFor('collect')
    expect(first).toMatchObject({ method: 'POST', body: '' })
    expect(first?.headers).toMatchObject({ 'sec-fetch-mode': 'no-cors' })
    expect(first?.params).toMatchObject({
      v: '2',
      tid: ID,
      en: 'page_view',
      gcd: '13l3l3l3l1l1',
      npa: '0',
      _s: '1',
      _fv: '1',
      _ss: '1',
      dl: 'https://example.test/',
      dt: 'Test',
    })
    expect(first?.params.gcs).toBeUndefined()
    const [, second] = await wire.waitFor('collect', { count: 2 })
    expect(second?.events.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(second?.events[0]?.params).toMatchObject({ 'epn.n': '1', 'ep.s': 'x', _s: '2' })
    expect((second?.time ?? 0) - (first?.time ?? 0)).toBeGreaterThan(1_500)
  })

  test('the queue waits 5 s unless told otherwise', async () => {
    const { wire } = await openSite({
      page: tagPage(`${CONFIG}gtag('event', 'a')`),
      // What openSite serves is told 500 ms.
      respond: ({ url }) =>
        url.pathname === '/gtag/js'
          ? { headers: { 'content-type': 'text/javascript' }, body: gtagSource({ measurementId: ID }) }
          : undefined,
    })
    await wire.waitForEvent('page_view')
    expect(await wire.during(4_000)).toEqual([])
    await wire.waitForEvent('a')
  })

  const reject = 'window.fetch = () => Promise.reject(new TypeError())'
  const nothing = 'window.fetch = () => undefined'
  const throws = `window.fetch = () => { throw new Error('no') }`
  const refuse = 'navigator.sendBeacon = () => false'
  const answer = (status: number) => `window.fetch = async () => new Response(null, { status: ${status} })`

  test.each([
    ['fetch throws: a beacon', throws, 'collect'],
    ['fetch rejects: a beacon', reject, 'collect'],
    ['fetch gives nothing: a beacon', nothing, 'collect'],
    ['fetch answers 500: a beacon', answer(500), 'collect'],
    ['fetch throws and the beacon says false: a pixel', `${throws};${refuse}`, 'pixel'],
    [
      'fetch rejects and the beacon throws: a pixel',
      `${reject};navigator.sendBeacon = () => { throw 1 }`,
      'pixel',
    ],
  ] as const)('%s', async (_name, broken, kind) => {
    const { wire } = await openSite({ page: `<script>${broken}</script>${tagPage(CONFIG)}`, gtag: quiet })
    const [hit] = await wire.waitFor(kind)
    expect(hit?.events[0]?.name).toBe('page_view')
  })

  test.each([
    ['fetch answers 204', answer(204)],
    ['fetch answers with status 0', 'window.fetch = async () => Response.error()'],
  ])('%s: counts as sent', async (_name, guard) => {
    const { page, wire } = await openSite({
      page: `<script>${guard}</script>${tagPage(CONFIG)}`,
      gtag: quiet,
    })
    await page.waitForFunction(() => document.cookie.includes('_ga'))
    expect(await wire.during(400)).toEqual([])
  })

  test('a hit that is still on its way when the page is left is not sent twice', async () => {
    const { page, wire } = await openSite({ page: tagPage(CONFIG), gtag: quiet })
    await wire.waitForEvent('page_view')
    await page.goto('about:blank')
    await wire.waitForEvent('user_engagement')
    await wire.during(300)
    expect(wire.events('page_view')).toHaveLength(1)
  })

  test('with a body there is no pixel', async () => {
    const { page, wire } = await openSite({ page: tagPage(CONFIG), gtag: { ...quiet, queueMs: 200 } })
    await wire.waitForEvent('page_view')
    await page.evaluate(`${throws};${refuse};gtag('event', 'a'); gtag('event', 'b')`)
    expect(await wire.during(600)).toEqual([])
  })

  test('connect-src blocked: the cookies are written though nothing leaves by fetch', async () => {
    const { page, wire } = await openSite({
      page: tagPage(CONFIG),
      headers: { 'content-security-policy': "connect-src 'none'; img-src 'none'" },
      gtag: quiet,
    })
    await page.waitForFunction(() => document.cookie.includes('_ga_TEST1'))
    await wire.during(400)
    expect(wire.of('collect').concat(wire.of('pixel'))).toEqual([])
  })
})
