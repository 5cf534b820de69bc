import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { cookiesOf, openSite, type SiteOptions, withGate } from '../harness/index.js'
import { SITE, sitePage, siteStyles, WAY_BACK } from './sitePage.js'
import { blockGoogle, keepNothing } from './states.js'

const TOGGLE = '<consent-gate-toggle service="analytics"></consent-gate-toggle>'
const DISCLOSURE = '<consent-gate-disclosure service="google-analytics"></consent-gate-disclosure>'

/** Beside Google's: cookies that go, one that cannot be deleted, and one that only the server sees. */
const config = {
  ...SITE,
  services: [
    {
      id: 'stats',
      category: 'analytics',
      name: 'Statistics',
      cookies: [{ name: 'stat_*' }, { name: 'stuck' }, { name: 'server_side', httpOnly: true }],
    },
  ],
}

/** A browser that will not let go of one cookie. */
const keepStuck = (context: BrowserContext) =>
  context.addInitScript(() => {
    const own = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
    Object.defineProperty(Document.prototype, 'cookie', {
      ...own,
      set(value: string) {
        if (!value.startsWith('stuck=') || value.startsWith('stuck=1')) own?.set?.call(this, value)
      },
    })
  })

const open = (body: string, options: Partial<SiteOptions> = {}) =>
  openSite({
    page: { '/site.css': siteStyles, '*': sitePage({ config, lang: 'en', body: WAY_BACK + body }) },
    ...options,
  })

/** A visitor who said yes, with cookies of every kind. */
async function measured(body: string) {
  const site = await open(body, { before: keepStuck })
  await withGate(site.page, (gate) => gate.acceptAll().ok)
  await site.page.evaluate(`document.cookie = 'stat_a=1; path=/'; document.cookie = 'stuck=1; path=/'`)
  await site.wire.waitForEvent('page_view')
  await site.page.waitForFunction(`document.cookie.includes('_ga_TEST1')`)
  return site
}

describe('what a visitor reads after a withdrawal', () => {
  const routes: [string, string, string, (page: Page) => Promise<unknown>][] = [
    [
      'the switch in the page',
      TOGGLE,
      'consent-gate-toggle',
      (page) => page.locator('consent-gate-toggle [role=switch]').click(),
    ],
    [
      'the preferences',
      '',
      'dialog [role=status]',
      async (page) => {
        await withGate(page, (gate) => gate.showPreferences())
        await page.locator('dialog [role=switch]').first().click()
        await page.locator('dialog [data-role=save]').click()
      },
    ],
    [
      'a link of the page',
      `${TOGGLE}<a href="#off" data-consent-gate="withdraw">off</a>`,
      'consent-gate-toggle',
      (page) => page.locator('text=off').last().click(),
    ],
    [
      'the API, with a disclosure on the page',
      DISCLOSURE,
      'consent-gate-disclosure .line',
      (page) => withGate(page, (gate) => gate.withdraw().ok),
    ],
  ]

  test.each(routes)('P17 through %s: deleted, left and unreadable', async (_, body, place, withdraw) => {
    const { page, context, wire } = await measured(body)
    await withdraw(page)
    const told = page.locator(place).first()
    await told.filter({ hasText: 'Deleted cookies' }).waitFor()
    const text = ((await told.textContent()) ?? '').replace(/[\u2066-\u2069]/g, '')
    expect(text).toContain('What you turned off sends nothing')
    const names = (start: string) =>
      text
        .split(start)[1]
        ?.split('.')[0]
        ?.split(',')
        .map((name) => name.trim())
    expect(names('Deleted cookies:')?.sort()).toEqual(['_ga', '_ga_TEST1', 'stat_a'])
    expect(names('could not delete:')).toEqual(['stuck'])
    expect(names('only the server can delete:')).toEqual(['server_side'])
    expect((await cookiesOf(context)).map((cookie) => cookie.name).sort()).toEqual(['consent_gate', 'stuck'])
    expect(await wire.during(500)).toEqual([])
    // And not once more by a card of its own.
    expect(await page.locator('#consent-gate [role=alert]').count()).toBe(0)
  })

  test('P17 a new yes takes the old outcome away', async () => {
    const { page } = await measured(TOGGLE)
    const control = page.locator('consent-gate-toggle [role=switch]')
    await control.click()
    await page.locator('consent-gate-toggle').filter({ hasText: 'Deleted cookies' }).waitFor()
    await control.click()
    await page.locator('consent-gate-toggle [role=status]', { hasText: 'It is on.' }).waitFor()
    expect(await page.locator('consent-gate-toggle').textContent()).not.toContain('Deleted')
  })
})

test.each([
  ['a service', 'data-category="media" data-service="films"', 'films'],
  ['a category', 'data-category="media"', 'films'],
  ['a category without services', 'data-category="extras"', 'extras'],
])('P17 of %s whose gated script had run it is not said that nothing is sent', async (_, gated, unit) => {
  const body = `${WAY_BACK}<consent-gate-toggle service="${unit}"></consent-gate-toggle>
    <consent-gate-toggle service="google-analytics"></consent-gate-toggle>
    <script type="text/plain" ${gated} nonce="n0nce">setInterval(() => { window.runs = (window.runs || 0) + 1 }, 20)</script>`
  const films = { id: 'films', category: 'media', name: 'Films' }
  const extras = { ...SITE, categories: { extras: { label: 'Extras' } }, services: [films] }
  const { page } = await openSite({
    page: { '/site.css': siteStyles, '*': sitePage({ config: extras, lang: 'en', body }) },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.waitForFunction('window.runs > 1')
  const said = (place: string) => page.locator(`${place} [role=status]`).first()
  await page.locator('consent-gate-toggle [role=switch]').first().click()
  await said('consent-gate-toggle').filter({ hasText: 'stops when you reload this page' }).waitFor()
  expect(await said('consent-gate-toggle').textContent()).not.toMatch(/sends nothing|Nothing is sent/)
  // A page without it goes on, and so does what ran.
  await page.evaluate(`document.querySelector('script[data-category]')?.remove()`)
  await withGate(page, (gate) => gate.showPreferences())
  await page.locator('dialog [data-role=reject]').click()
  await said('dialog').filter({ hasText: 'stops when you reload this page' }).waitFor()
  expect(await said('dialog').textContent()).not.toContain('sends nothing')
  await page
    .locator('consent-gate-toggle[service=google-analytics] [role=status]')
    .filter({ hasText: 'sends nothing' })
    .waitFor()
})

test('P17 a yes that could not be stored leaves the switch off and says so', async () => {
  const { page, wire } = await open(TOGGLE, { before: keepNothing })
  const control = page.locator('consent-gate-toggle [role=switch]')
  await control.click()
  await page.locator('consent-gate-toggle [role=status]', { hasText: 'did not let us store' }).waitFor()
  expect(await control.getAttribute('aria-checked')).toBe('false')
  await withGate(page, (gate) => gate.showPreferences())
  await page.locator('dialog [data-role=accept]').click()
  await page.locator('dialog [role=status]', { hasText: 'did not let us store' }).waitFor()
  expect(await page.locator('dialog [role=switch]').first().getAttribute('aria-checked')).toBe('false')
  expect(await wire.during(500)).toEqual([])
})

test('P17 what an extension blocks is not called on', async () => {
  const { page } = await open(TOGGLE + DISCLOSURE, { respond: blockGoogle })
  await withGate(page, (gate) => gate.acceptAll().ok)
  for (const piece of ['consent-gate-toggle', 'consent-gate-disclosure']) {
    await page.locator(`${piece} [role=status]`, { hasText: 'blocks it' }).waitFor({ timeout: 20_000 })
  }
  const cut = await page.locator('consent-gate-toggle [role=status]').textContent()
  expect(cut).not.toContain('It is on')
})

test('P17 the preferences say which service is blocked, and not once its switch is off', async () => {
  const { page } = await open('', { respond: blockGoogle })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await withGate(page, (gate) => gate.showPreferences())
  const services = page.locator('dialog .service')
  await services.nth(0).locator('p', { hasText: 'blocks it' }).waitFor({ timeout: 20_000 })
  expect(await services.allTextContents()).toEqual([
    expect.stringContaining('About ⁨Google Analytics⁩'),
    expect.not.stringContaining('blocks it'),
  ])
  await services.nth(0).locator('[role=switch]').click()
  expect(await services.nth(0).locator('p', { hasText: 'blocks it' }).count()).toBe(0)
})

test("P17 a withdrawal by the site's own button is told where nothing of the interface is on the page", async () => {
  const { page } = await measured('<button type="button" data-consent-gate="withdraw">Off</button>')
  await page.reload()
  await page.waitForFunction('window.ConsentGate?.get && document.cookie.includes("_ga_TEST1")')
  for (const time of ['the first time', 'again']) {
    await page.locator('[data-consent-gate=withdraw]').click()
    const card = page.locator('#consent-gate [role=alert]')
    await expect
      .poll(() => card.textContent(), { message: time })
      .toMatch(/sends nothing.*Deleted cookies: .*_ga.*stuck/s)
    await page.locator('#consent-gate [data-role=close]').click()
    await expect.poll(() => page.locator('#consent-gate').count()).toBe(0)
    await withGate(page, (gate) => gate.acceptAll().ok)
    await page.waitForFunction('document.cookie.includes("_ga_TEST1")')
  }
})

test("P17 a withdrawal by the site's own button is told where it was clicked, and in no other tab", async () => {
  const { page, context, url } = await measured(
    '<button type="button" data-consent-gate="withdraw">Off</button>',
  )
  const other = await context.newPage()
  await other.goto(url)
  await other.waitForFunction(`window.ConsentGate?.get?.().state.analytics === 'granted'`)
  await page.locator('[data-consent-gate=withdraw]').click()
  await page.locator('#consent-gate [role=alert]').waitFor()
  await other.waitForFunction(`ConsentGate.get().state.analytics === 'denied'`)
  await other.waitForTimeout(500)
  expect(await other.locator('#consent-gate').count()).toBe(0)
})

const OWN_BUTTON = '<button type="button" data-consent-gate="withdraw">Off</button>'
const clickOwnButton = (page: Page) =>
  page.evaluate(`document.querySelector('[data-consent-gate=withdraw]').click()`)

test('P17 what is withdrawn behind open preferences is told in them, and they stay', async () => {
  const { page } = await measured(OWN_BUTTON)
  await withGate(page, (gate) => gate.showPreferences())
  await clickOwnButton(page)
  await page.locator('dialog[open] [role=status]', { hasText: '_ga_TEST1' }).waitFor()
  expect(await withGate(page, (gate) => gate.get().ui)).toBe('preferences')
})

test("P10 a yes by the site's own button that has run out brings nothing up in a page that hid", async () => {
  const { page } = await open('<button type="button" data-consent-gate="accept">On</button>', {
    before: (context) =>
      context.addInitScript(`{ const now = Date.now; window.ahead = 0; Date.now = () => now() + ahead }`),
  })
  await page.locator('#consent-gate').waitFor()
  await page.evaluate(`document.querySelector('[data-consent-gate=accept]').click()`)
  await withGate(page, (gate) => gate.hide())
  await page.evaluate(`ahead = 400 * 864e5; document.dispatchEvent(new Event('visibilitychange'))`)
  expect(await withGate(page, ({ get }) => [get().reason, get().ui])).toEqual(['expired', 'none'])
})

test('P17 a withdrawal before a slow notice is here is told, and what it answered is not asked', async () => {
  const { page } = await measured(OWN_BUTTON)
  await withGate(page, (gate) => {
    gate.reset()
    return gate.save({ stats: true }).ok
  })
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route('**/gate-ui.js', (route) => held.then(() => route.continue()))
  await page.reload({ waitUntil: 'commit' })
  await page.waitForFunction(
    `window.ConsentGate?.get?.().ui === 'notice' && document.readyState !== 'loading'`,
  )
  await clickOwnButton(page)
  letThrough()
  await page.locator('#consent-gate [role=alert]', { hasText: 'sends nothing' }).waitFor()
  expect(await page.locator('#consent-gate [data-role=accept]').count()).toBe(0)
})

test('P17 a withdrawal that could not be told at once is not told after a new yes', async () => {
  const { page } = await measured(OWN_BUTTON)
  await page.route('**/gate-ui.js', (route) => route.abort())
  await page.reload()
  await page.waitForFunction('window.ConsentGate?.get')
  await clickOwnButton(page)
  await withGate(
    page,
    (gate) =>
      new Promise((resolve) =>
        gate.onIssue(({ code, path }) => code === 'CG601' && path === 'ui' && resolve(1)),
      ),
  )
  await page.unroute('**/gate-ui.js')
  await withGate(page, (gate) => gate.acceptAll().ok)
  await withGate(page, (gate) => gate.showPreferences())
  const status = page.locator('dialog[open] [role=status]')
  await status.waitFor({ state: 'attached' })
  expect(await status.textContent()).toBe('')
})

test('P17 a withdrawal by the API alone draws nothing where nothing of the interface is on the page', async () => {
  const { page } = await measured('')
  await page.reload()
  expect(await withGate(page, (gate) => gate.withdraw().ok)).toBe(true)
  await page.waitForTimeout(500)
  expect(await page.locator('#consent-gate').count()).toBe(0)
})

test('P17 the preferences do not call a category off while one of its services is on', async () => {
  const { page } = await open('')
  await withGate(page, (gate) => gate.save({ stats: true, 'google-analytics': false }).ok)
  await withGate(page, (gate) => gate.showPreferences())
  const said = page.locator('dialog .row', { hasText: 'Statistics' }).last().locator('.state')
  await said.waitFor()
  expect(await said.textContent()).toBe('Partly on.')
  const [all, analytics, stats] = await page.locator('dialog [role=switch]').all()
  await stats?.click()
  expect(await said.textContent()).toBe('Off')
  await analytics?.click()
  expect(await said.textContent()).toBe('Partly on.')
  await all?.click()
  expect(await said.textContent()).toBe('On')
})

test.each(['America/New_York', 'Europe/Berlin', 'Asia/Seoul'])(
  "P10 the days of the policy are the site's own for a visitor in %s",
  async (timezoneId) => {
    const { page } = await open('<consent-gate-policies></consent-gate-policies>', {
      context: { timezoneId },
    })
    const items = page.locator('consent-gate-policies li')
    await items.nth(1).waitFor()
    const said = (await items.allTextContents()).map((text) => text.replace(/[\u2066-\u2069]/g, ''))
    expect(said[0]).toContain('from June 1, 2026')
    expect(said[1]).toContain('January 1, 2025 – May 31, 2026')
  },
)

describe('an interface that a filter blocks', () => {
  const usable = `<button id="own" onclick="this.dataset.pressed = 1">own</button>`
  const hideOurs = (context: BrowserContext) =>
    context.addInitScript(() => {
      const hide = new CSSStyleSheet()
      hide.replaceSync('#consent-gate { display: none !important }')
      document.adoptedStyleSheets = [hide]
    })

  test('P1 hidden by a style of the visitor: the page works, all is denied, the switch in the page works', async () => {
    const { page, wire, context } = await open(usable + TOGGLE, {
      before: hideOurs,
    })
    const control = page.locator('consent-gate-toggle [role=switch]')
    await control.waitFor()
    expect(await page.locator('#consent-gate [data-role=accept]').isVisible()).toBe(false)
    await page.click('#own')
    expect(await page.locator('#own').getAttribute('data-pressed')).toBe('1')
    expect(await wire.during(500)).toEqual([])
    expect(await cookiesOf(context)).toEqual([])
    await control.click()
    await wire.waitForEvent('page_view')
    expect(await control.getAttribute('aria-checked')).toBe('true')
  })

  test('P13 hidden by a style of the visitor, the preferences do not hold the page: the link leads to its address', async () => {
    const { page, wire } = await open(usable, {
      before: hideOurs,
    })
    for (const round of [1, 2]) {
      expect(await withGate(page, (gate) => gate.showPreferences()), `round ${round}`).toBe(false)
      expect(await page.evaluate(`!!document.querySelector('dialog')`)).toBe(false)
    }
    await page.click('#own', { timeout: 2000 })
    expect(await page.locator('#own').getAttribute('data-pressed')).toBe('1')
    await page.click('[data-consent-gate=preferences]')
    await page.waitForURL('**/privacy')
    expect(await wire.during(300)).toEqual([])
  })

  test('P1 gate-ui.js does not arrive: the page works, all is denied, links of the page still answer', async () => {
    const { page, wire, context, errors } = await open(
      `${usable}${TOGGLE}<a href="#yes" data-consent-gate="accept">yes please</a>`,
      { respond: ({ url }) => (url.pathname === '/gate/gate-ui.js' ? 'abort' : undefined) },
    )
    expect(await withGate(page, (gate) => gate.showPreferences())).toBe(false)
    await page.click('#own')
    expect(await page.locator('#own').getAttribute('data-pressed')).toBe('1')
    expect(await page.evaluate(`[ConsentGate.get().ui, ConsentGate.get().answered]`)).toEqual(['none', false])
    expect(await wire.during(500)).toEqual([])
    expect(await cookiesOf(context)).toEqual([])
    await page.click('text=yes please')
    await wire.waitForEvent('page_view')
    expect(errors.filter((line) => !line.includes('ERR_'))).toEqual([])
  })
})

test('P18 scripts of ours that a change of network broke on their way are fetched once more: the visitor is asked, and what waits runs', async () => {
  const { page, wire } = await open(
    `<script nonce="n0nce" type="text/plain" data-category="analytics">document.title = 'ran'</script>`,
  )
  const broken = new Set<string>()
  // The browser itself asks again where the server closes a connection, not where the network is gone.
  await page.route(/gate-(ui|en|gates|preferences)\.js$/, (route, request) => {
    if (broken.has(request.url())) return route.continue()
    broken.add(request.url())
    return route.abort('internetdisconnected')
  })
  await page.reload()
  await page.click('#consent-gate [data-role=preferences]')
  await page.click('dialog [data-role=accept]')
  await wire.waitForEvent('page_view')
  await expect.poll(() => page.title()).toBe('ran')
  expect([...broken].map((url) => url.replace(/.*\//, '')).sort()).toEqual([
    'gate-en.js',
    'gate-gates.js',
    'gate-preferences.js',
    'gate-ui.js',
  ])
})

test('P16 "my data" that cannot be loaded says so, and is there when opened anew', async () => {
  let online = false
  const { page } = await open('', {
    respond: ({ url }) => (url.pathname.endsWith('/gate-my-data.js') && !online ? 'abort' : undefined),
  })
  await withGate(page, (gate) => gate.showPreferences())
  const myData = page.locator('dialog .my')
  await myData.locator('summary').click()
  await expect.poll(() => myData.textContent()).toContain('could not be loaded')
  online = true
  await myData.locator('summary').click()
  await myData.locator('summary').click()
  await expect.poll(() => myData.textContent()).toContain('No choice is stored')
  expect(await myData.textContent()).not.toContain('could not be loaded')
})
