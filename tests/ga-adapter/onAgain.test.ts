import { describe, expect, test } from 'vitest'
import { cookiesOf, dataLayerOf, openSite } from '../harness/index.js'
import { accept, analyticsPage, grantedSite, gtag, ID, LONGER, withdraw, withGate } from './analyticsPage.js'

const commandsOf = async (page: Parameters<typeof dataLayerOf>[0]) =>
  (await dataLayerOf(page)).map(({ values }) => values)

describe('P1 nothing before yes', () => {
  test('a fresh page, a refusal and a later page send nothing and keep no cookie', async () => {
    const { page, context, wire, urlOf } = await openSite({
      page: analyticsPage(
        {},
        `<script>window.dataLayer=[];function gtag(){dataLayer.push(arguments)};gtag('event','early')</script>`,
      ),
    })
    expect(await wire.during(300)).toEqual([])
    await withGate(page, (gate) => gate.rejectAll().ok)
    await page.goto(urlOf('/next'))
    await gtag(page, 'event', 'refused')
    expect(await wire.during(300)).toEqual([])
    expect(await cookiesOf(context, '_ga')).toEqual([])
  })
})

describe('P3 on again', () => {
  test('ten toggles: one script, one config, one page_view per grant, a new client each time', async () => {
    const { page, wire } = await grantedSite()
    for (let round = 0; round < 10; round++) {
      await withdraw(page)
      await accept(page)
      await wire.waitForEvent('page_view', { count: round + 2 })
    }
    await wire.during(LONGER)
    const views = wire.events('page_view')
    expect(views).toHaveLength(11)
    expect(new Set(views.map(({ params }) => params.cid)).size).toBe(11)
    expect(views.every(({ params }) => params.gcs === 'G101')).toBe(true)
    expect(wire.of('gtag')).toHaveLength(1)
    expect(await page.locator('script[src*="gtag/js"]').count()).toBe(1)
    expect((await commandsOf(page)).filter(([name]) => name === 'config')).toHaveLength(1)
  })

  test('after a failed load a new yes tries once more', async () => {
    let refuse = true
    const { page, wire } = await openSite({
      page: analyticsPage(),
      respond: ({ url }) => (url.pathname === '/gtag/js' && refuse ? 'abort' : undefined),
    })
    const status = () => withGate(page, (gate) => gate.get().services['google-analytics'])
    await accept(page)
    await page.waitForFunction(`ConsentGate.get().services['google-analytics'] === 'blocked'`)
    refuse = false
    await withdraw(page)
    await accept(page)
    await wire.waitForEvent('page_view')
    expect(await status()).toBe('running')
    expect((await commandsOf(page)).filter(([, kind]) => kind === 'default')).toHaveLength(1)
  })

  test('a surrogate that defines no tag is blocked, not running', async () => {
    const { page } = await openSite({
      page: analyticsPage(),
      respond: ({ url }) =>
        url.pathname === '/gtag/js'
          ? { headers: { 'content-type': 'text/javascript' }, body: '' }
          : undefined,
    })
    await accept(page)
    await page.waitForFunction(`ConsentGate.get().services['google-analytics'] === 'blocked'`)
  })
})

describe('P4 the dataLayer contract', () => {
  const early = `<script>window.dataLayer=[];function gtag(){dataLayer.push(arguments)}
    gtag('consent','default',{ad_storage:'granted'});gtag('js',new Date());gtag('config','${ID}');gtag('event','early')</script>`

  test.each([
    ['drop', []],
    ['hold', ['early']],
  ])(
    'beforeConsent: %s sends %j of what the page queued before its first yes',
    async (beforeConsent, sent) => {
      const { page, wire } = await grantedSite({ page: analyticsPage({ beforeConsent }, early) })
      await wire.during(LONGER)
      expect(wire.events('early').map(({ name }) => name)).toEqual(sent)
      expect(wire.events('page_view')).toHaveLength(1)
      expect(wire.events('page_view')[0]?.params).toMatchObject({ gcs: 'G101', gcd: '13p3r3p3p7l1' })
      const commands = await dataLayerOf(page)
      expect(commands.every(({ isArguments }) => isArguments)).toBe(true)
      expect(commands.slice(0, 4).map(({ values: [name, second] }) => [name, second])).toEqual([
        ['consent', 'default'],
        ['consent', 'update'],
        ['js', expect.any(String)],
        ['config', ID],
      ])
      expect(Object.values(commands[0]?.values[2] as object)).toEqual(Array(7).fill('denied'))
    },
  )

  test('events that a page queues under a stored yes are sent', async () => {
    const { page, wire } = await grantedSite({ page: analyticsPage({}, early) })
    // A hit whose answer is still on its way when the page goes is sent again by the tag.
    await wire.during(LONGER)
    await page.reload()
    await wire.waitForEvent('early')
    expect(wire.events('page_view')).toHaveLength(2)
  })
})

describe('addresses', () => {
  test('secrets are scrubbed, and later automatic page_views carry the current address', async () => {
    const { page, wire } = await grantedSite({ path: '/reset?token=abc&mail=a@b.kr' })
    const [first] = wire.events('page_view')
    expect(first?.params.dl).toBe('https://example.test/reset?token=-&mail=-')
    await page.evaluate(`history.pushState({}, '', '/done?page=2')`)
    const [, second] = await wire.waitForEvent('page_view', { count: 2 })
    expect(second?.params.dl).toBe('https://example.test/done?page=2')
    await page.evaluate(`history.pushState({}, '', '/invite?code=123')`)
    const [, , third] = await wire.waitForEvent('page_view', { count: 3 })
    expect(third?.params.dl).toBe('https://example.test/invite?code=-')
  })

  test('pageViews: history tells clean addresses also where the browser does not tell of their changes', async () => {
    const { page, wire } = await grantedSite({
      analytics: { pageViews: 'history' },
      gtag: { enhancedMeasurement: [] },
      before: (context) =>
        context.addInitScript(`Object.defineProperty(window, 'navigation', { value: undefined })`),
    })
    await page.evaluate(`history.pushState({}, '', '/reset?token=abc')`)
    await wire.waitForEvent('page_view', { count: 2 })
    await page.evaluate(`history.pushState({}, '', '/done')`)
    await wire.waitForEvent('page_view', { count: 3 })
    expect(wire.events('page_view').map(({ params }) => params.dl)).toEqual([
      'https://example.test/',
      'https://example.test/reset?token=-',
      'https://example.test/done',
    ])
  })

  test('pageViews: history reports each page of a stream without enhanced measurement once', async () => {
    const { page, wire } = await grantedSite({
      analytics: { pageViews: 'history' },
      gtag: { enhancedMeasurement: [] },
    })
    await page.evaluate(`history.pushState({}, '', '/a'); history.replaceState({}, '', '/a')`)
    await wire.waitForEvent('page_view', { count: 2 })
    await wire.during(LONGER)
    expect(wire.events('page_view').map(({ params }) => params.dl)).toEqual([
      'https://example.test/',
      'https://example.test/a',
    ])
  })
})

test('P18 a page that loads the tag itself is told so', async () => {
  const { page } = await openSite({
    page: analyticsPage(
      {},
      `<script async src="https://www.googletagmanager.com/gtag/js?id=G-OWN"></script>`,
    ),
  })
  const codes = await withGate(page, (gate) => {
    const found: string[] = []
    gate.onIssue(({ code }) => found.push(code))
    return found
  })
  expect(codes).toContain('CG311')
})
