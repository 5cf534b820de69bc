import { expect, test } from 'vitest'
import { cookiesOf, openSite, openUnattended, type Site, type SiteOptions } from '../harness/index.js'
import { FOREIGN, gaPage, ID } from './gaPage.js'

const RECORD = (answer: 0 | 1, policy = '1', time = Date.now()) =>
  `consent_gate=1.1-1.${policy}.1.${time.toString(36)}.ui.google-analytics${answer}`
const withCookie = (cookie: string): Partial<SiteOptions> => ({
  before: (context) => context.addInitScript(`document.cookie = '${cookie}; path=/; secure'`),
})
const withScript = (script: string): Partial<SiteOptions> => ({
  before: (context) => context.addInitScript(script),
})
const accept = 'ConsentGate.acceptAll()'
const DAY = 86_400_000

const queued = `<script>window.dataLayer = []; function gtag() { dataLayer.push(arguments) }
  gtag('consent', 'default', { analytics_storage: 'granted', ad_storage: 'granted' })
  gtag('js', new Date()); gtag('config', '${FOREIGN}'); gtag('event', 'early')</script>`

interface Situation {
  name: string
  site?: Partial<SiteOptions>
  /** Runs in the page once the API is there. */
  act?: string
}

const situations: Situation[] = [
  { name: 'unanswered' },
  { name: 'refused', act: 'ConsentGate.rejectAll()' },
  { name: 'refused on an earlier page', site: withCookie(RECORD(0)) },
  { name: 'a yes that has expired', site: withCookie(RECORD(1, '1', Date.now() - 181 * DAY)) },
  { name: 'a yes to another policy', site: withCookie(RECORD(1, '0')) },
  { name: 'a record that cannot be read', site: withCookie('consent_gate=1.google-analytics1.granted') },
  {
    name: 'errors in the scripts of the page',
    site: {
      page: gaPage(
        {},
        {},
        '<script>addEventListener("error", () => { throw new Error("again") }); nothing.here</script>',
      ),
    },
    act: 'setTimeout(() => { throw new Error("late") }); Promise.reject(new Error("later"))',
  },
  {
    name: 'an error in what the page queued for us',
    site: {
      page: `<script>(window.ConsentGate = []).push(() => { throw new Error('in the queue') })</script>${gaPage()}`,
    },
  },
  {
    name: 'the interface blocked',
    site: { respond: ({ url }) => (url.pathname === '/gate/gate-ui.js' ? 'abort' : undefined) },
    act: 'ConsentGate.showPreferences()',
  },
  {
    name: 'all that gate.js loads blocked',
    site: { respond: ({ url }) => (url.pathname.startsWith('/gate/gate-') ? 'abort' : undefined) },
  },
  { name: 'minor: true, and asked to accept', site: { page: gaPage({}, { minor: true }) }, act: accept },
  {
    name: 'a configuration that cannot be read, and asked to accept',
    site: {
      page: `<script type="application/json" id="config">{ "googleAnalytics": { "measurementId": "${ID}" }, }</script>
        <script async src="/gate/gate.js" data-config="#config" data-measurement-id="${ID}"></script>`,
    },
    act: accept,
  },
  {
    name: 'a configuration that is not there, and asked to accept',
    site: {
      page: `<script async src="/gate/gate.js" data-config="#none" data-measurement-id="${ID}"></script>`,
    },
    act: accept,
  },
  ...['GTM-ABC123', 'AW-123456', 'UA-1234-1', 'g-test1', ''].map((measurementId) => ({
    name: `the ID '${measurementId}', and asked to accept`,
    site: { page: gaPage({ measurementId }) },
    act: accept,
  })),
  {
    name: 'one ID of two that is none, and asked to accept',
    site: { page: gaPage({ measurementId: [ID, 'GTM-ABC123'] }) },
    act: accept,
  },
  {
    name: 'a category of necessary, and asked to accept',
    site: { page: gaPage({ category: 'necessary' }) },
    act: accept,
  },
  {
    name: 'Global Privacy Control',
    site: withScript(`Object.defineProperty(navigator, 'globalPrivacyControl', { get: () => true })`),
  },
  {
    name: 'a yes that cannot be stored',
    site: withScript(`Object.defineProperty(document, 'cookie', { get: () => '', set() {} })
      Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })`),
    act: accept,
  },
  { name: 'commands that the page queued before us', site: { page: queued + gaPage() } },
  {
    name: 'commands that the page queued before us, and refused',
    site: { page: queued + gaPage() },
    act: 'ConsentGate.rejectAll()',
  },
  { name: 'beforeConsent: hold', site: { page: gaPage({ beforeConsent: 'hold' }) } },
  { name: 'when: idle', site: { page: gaPage({ when: 'idle' }) }, act: 'ConsentGate.rejectAll()' },
]

/** What a visit does that would make a running tag send. */
async function useThePage({ page }: Site) {
  await page.evaluate(`window.gtag?.('event', 'by_page'); ConsentGate.track('by_api'); ConsentGate.pageView()
    history.pushState({}, '', '/pushed'); dispatchEvent(new Event('scroll'))`)
}

test.each(situations)('P1 nothing to Google and no cookie: $name', async ({ site: options, act }) => {
  const site = await openSite({ page: gaPage(), ...options })
  const { page, context, wire } = site
  await page.waitForFunction('window.ConsentGate && ConsentGate.get')
  await page.evaluate(`${act}; undefined`)
  await useThePage(site)
  await wire.during(600)
  await page.goto('about:blank')
  await wire.during(200)
  expect(wire.log()).toEqual([])
  expect(await cookiesOf(context, '_ga')).toEqual([])
})

test('P1 the same use of the page after a yes does send', async () => {
  const site = await openSite({ page: gaPage() })
  await site.page.waitForFunction('window.ConsentGate && ConsentGate.get')
  await site.page.evaluate(accept)
  await site.wire.waitForEvent('page_view')
  await useThePage(site)
  await site.wire.waitForEvent('by_page')
  await site.wire.waitForEvent('by_api')
  // Its own, the one of pageView(), and the one of pushState.
  await site.wire.waitForEvent('page_view', { count: 3 })
})

test.each([
  ['unanswered', {}, undefined],
  ['refused on an earlier page', {}, RECORD(0)],
  ['minor', { minor: true }, undefined],
  ['a yes to another policy', {}, RECORD(1, '0')],
])(
  'P1 cookies of another time, on the host and its parents, are swept at the start: %s',
  async (_name, config, record) => {
    const host = 'shop.example.co.kr'
    const { page, context, wire } = await openSite({
      host,
      path: '/deep/down/page',
      page: gaPage({}, config),
      before: async (context) => {
        if (record) await context.addInitScript(`document.cookie = '${record}; path=/; secure'`)
        const domains = [host, `.${host}`, '.example.co.kr']
        const names = ['_ga', '_ga_TEST1', '_ga_OLD', '_gid', '_gat_gtag_UA_1_1', '_gcl_au', '__utma', 'FPLC']
        await context.addCookies(
          domains.flatMap((domain) =>
            ['/', '/deep', '/deep/down/'].flatMap((path) =>
              names.map((name) => ({ name, value: `GA1.1.1.${domain.length}`, domain, path })),
            ),
          ),
        )
        await context.addCookies([
          { name: 'SESSION', value: 'kept', domain: host, path: '/', httpOnly: true },
        ])
      },
    })
    await page.waitForFunction('window.ConsentGate && ConsentGate.get')
    const names = (await cookiesOf(context)).map(({ name }) => name)
    expect(names.filter((name) => name !== 'consent_gate')).toEqual(['SESSION'])
    expect(wire.log()).toEqual([])
  },
)

test('P1 while prerendering (emulated) a stored yes starts nothing; activation starts it', async () => {
  const { page, context, wire } = await openSite({
    page: gaPage(),
    before: (context) =>
      context.addInitScript(`document.cookie = '${RECORD(1)}; path=/; secure'
        window.hidden = true
        Object.defineProperty(document, 'prerendering', { get: () => window.hidden })`),
  })
  await page.waitForFunction('window.ConsentGate && ConsentGate.get')
  await wire.during(600)
  expect(wire.log()).toEqual([])
  expect(await cookiesOf(context, '_ga')).toEqual([])
  await page.evaluate(`window.hidden = false; document.dispatchEvent(new Event('prerenderingchange'))`)
  await wire.waitForEvent('page_view')
})

test.each([
  ['a stored yes', RECORD(1), 1],
  ['no answer', '', 0],
  ['a stored no', RECORD(0), 0],
])('P1 a page that Chromium prerenders sends nothing until it is shown: %s', async (_name, record, views) => {
  const rules = JSON.stringify({ prerender: [{ source: 'list', urls: ['/next'] }] })
  let mayGo = 'no'
  const { wire, requests } = await openUnattended({
    page: {
      // Goes on once the test has seen what the page it had prerendered did.
      '/': `<script>document.cookie = '${record}; path=/; secure'</script>
        <script type="speculationrules">${rules}</script>
        <script>setInterval(async () => {
          if (await (await fetch('/may-go')).text() === 'yes') location.href = '/next'
        }, 300)</script>`,
      '/may-go': () => ({ body: mayGo }),
      '/next': gaPage(
        {},
        {},
        `<script>
          const does = () => ['get' in (window.ConsentGate || {}), 'google_tag_manager' in window, /\\b_ga/.test(document.cookie)]
          const tell = (reached) => setTimeout(function report() {
            if (reached(does())) fetch('/report?' + [document.prerendering, ...does()])
            else setTimeout(report, 50)
          }, 1_000)
          tell(([gate]) => gate)
          document.addEventListener('prerenderingchange', () =>
            tell((done) => ${views === 0} || !done.includes(false)))</script>`,
      ),
      '/report': 'ok',
    },
  })
  const reports = (): string[] =>
    requests.filter(({ url }) => url.pathname === '/report').map(({ url }) => url.search.slice(1))
  await expect.poll(reports, { timeout: 15_000 }).toEqual(['true,true,false,false'])
  expect(wire.log()).toEqual([])
  mayGo = 'yes'
  const shown = views === 1
  await expect
    .poll(reports, { timeout: 15_000 })
    .toEqual(['true,true,false,false', `false,true,${shown},${shown}`])
  await wire.waitForEvent('page_view', { count: views })
  expect(wire.events('page_view')).toHaveLength(views)
  if (!shown) expect(wire.log()).toEqual([])
})

test('P1 P18 a page that loads the tag itself is told so, by name of what to change', async () => {
  const own = `<script async src="https://www.googletagmanager.com/gtag/js?id=${FOREIGN}"></script>`
  const { page } = await openSite({ page: own + gaPage() })
  await page.waitForFunction('window.ConsentGate && ConsentGate.get')
  const codes = await page.evaluate(`(() => {
    const codes = []
    ConsentGate.onIssue(({ code }) => codes.push(code))
    return codes
  })()`)
  expect(codes).toContain('CG311')
})
