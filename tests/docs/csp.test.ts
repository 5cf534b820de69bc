import { describe, expect, test } from 'vitest'
import { cookiesOf, openSite, type SiteOptions } from '../harness/index.js'
import { blocksIn, section } from './section.js'

const DOCUMENT = 'docs/google-analytics.md'
const policyOf = (heading: string) => {
  const [block = ''] = blocksIn(section(DOCUMENT, heading), 'http')
  return block.replace('Content-Security-Policy: ', '').trim()
}
const HEADINGS = [
  '### With a list of hosts',
  '### With a nonce',
  '### With strict-dynamic',
  '### With Trusted Types',
  '### With a server of your own',
]
const [PROXY = '{}'] = blocksIn(
  section(DOCUMENT, '## A server of your own: proxies and server containers'),
  'json',
)

/** The whole product on a page: the tag, its configuration, gated scripts, every part of the interface. */
function pageUnder(policy: string): string {
  const nonce = policy.match(/'nonce-(\w+)'/)?.[1]
  const attribute = nonce ? `nonce="${nonce}"` : ''
  const { googleAnalytics } = policy.includes('metrics') ? JSON.parse(PROXY) : { googleAnalytics: {} }
  const config = {
    policies: [{ version: '1', url: '/privacy' }],
    googleAnalytics: { measurementId: 'G-TEST1', ...googleAnalytics },
    services: [{ id: 'stats', category: 'analytics', name: 'Statistics' }],
    session: { cookie: 'sid', rewrite: true },
    ui: { lang: 'ko' },
    debug: true,
  }
  return `<script type="application/json" id="config">${JSON.stringify(config)}</script>
<script async src="/gate/gate.js" ${attribute} data-config="#config"></script>
<script ${attribute} type="text/plain" data-category="analytics" data-service="stats" data-src="/stats.js"></script>
<consent-gate-toggle service="google-analytics"></consent-gate-toggle>
<consent-gate-disclosure service="google-analytics"></consent-gate-disclosure>
<consent-gate-policies></consent-gate-policies>
<a href="/privacy" data-consent-gate="preferences">Settings</a>`
}

async function openUnder(policy: string, options: Partial<SiteOptions> = {}) {
  const site = await openSite({
    page: { '*': pageUnder(policy), '/stats.js': 'document.documentElement.dataset.stats = "ran"' },
    headers: { 'content-security-policy': policy },
    ...options,
  })
  site.page.setDefaultTimeout(15_000)
  return site
}

type Opened = Awaited<ReturnType<typeof openUnder>>

/** A first visit, a yes, a look at everything, a no, a yes again. */
async function visit({ page, wire }: Opened): Promise<void> {
  await page.locator('#consent-gate [data-role=accept]').click()
  await wire.waitForEvent('page_view')
  await page.locator('html[data-stats=ran]').waitFor({ state: 'attached' })
  await page.locator('a[data-consent-gate=preferences]').click()
  await page.locator('#consent-gate dialog[open]').waitFor()
  await page.keyboard.press('Escape')
  const toggle = page.locator('consent-gate-toggle [role=switch]')
  await toggle.click()
  await page.locator('consent-gate-toggle [role=switch][aria-checked=false]').waitFor()
  expect(await wire.during(700)).toEqual([])
  await toggle.click()
  await wire.waitForEvent('page_view', { count: 2 })
}

describe.each(HEADINGS)(`P12 the policy of ${DOCUMENT}, "%s"`, (heading) => {
  const policy = policyOf(heading)

  test('is one line, without unsafe sources, with styles from the site alone', () => {
    expect(policy).toMatch(/^default-src 'self'; .*style-src 'self'; [^\n]+$/)
    expect(policy).not.toContain('unsafe')
  })

  test('lets the product work, with zero violations', async () => {
    const site = await openUnder(policy)
    await visit(site)
    expect(await cookiesOf(site.context, '_ga')).toHaveLength(2)
    expect(site.errors).toEqual([])
  })

  test('lets no base that somebody puts into the page lead the scripts behind it elsewhere', async () => {
    const { page, requests } = await openUnder(policy, {
      page: {
        '*': `${pageUnder(policy)}<base href="https://elsewhere.test/">`,
        '/stats.js': 'document.documentElement.dataset.stats = "ran"',
      },
    })
    await page.locator('#consent-gate [data-role=accept]').click()
    await page.locator('html[data-stats=ran]').waitFor({ state: 'attached' })
    expect(requests.filter(({ url }) => url.host === 'elsewhere.test')).toEqual([])
  })

  test('would be noticed if it were too narrow', async () => {
    const site = await openUnder(policy.replace(/connect-src[^;]+/, "connect-src 'none'"))
    await site.page.locator('#consent-gate [data-role=accept]').click()
    await expect.poll(() => site.errors.filter((error) => error.includes('connect-src'))).not.toEqual([])
  })
})

test('P12 without goog#html the browser logs one violation, for that policy, and hits leave all the same', async () => {
  const policy = policyOf('### With Trusted Types')
  const narrower = policy.replace(' goog#html', '')
  const [, documented] = section(DOCUMENT, '### With Trusted Types').match(/list, `([^`]+)`/) ?? []
  expect(narrower).not.toBe(policy)
  expect(narrower.endsWith(`; ${documented}`)).toBe(true)
  const site = await openUnder(narrower)
  await visit(site)
  expect(site.errors).toHaveLength(1)
  expect(site.errors[0]).toContain('goog#html')
})

test('P12 before a yes none of Google’s hosts is needed, and without gates no policy for them', async () => {
  const policy = `default-src 'self'; require-trusted-types-for 'script'; trusted-types consent-gate`
  const site = await openUnder(policy, {
    page:
      '<script async src="/gate/gate.js" data-measurement-id="G-TEST1" data-policy-version="1"></script>' +
      '<a href="#" data-consent-gate="preferences">Settings</a>',
  })
  await site.page.locator('#consent-gate [data-role=reject]').click()
  await site.page.locator('a').click()
  await site.page.locator('#consent-gate dialog[open]').waitFor()
  expect(site.errors).toEqual([])
  expect(site.wire.log()).toEqual([])
})
