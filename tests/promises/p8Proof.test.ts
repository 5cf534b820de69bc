import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import { cookiesOf, gatePage, openSite, withGate } from '../harness/index.js'

const refuseCookies = (context: BrowserContext) =>
  context.addInitScript(() => {
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} })
  })
const refuseStorage = (context: BrowserContext) =>
  context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError')
      },
    })
  })

const page = gatePage({ googleAnalytics: { measurementId: 'G-TEST1' } })

test('P8 a yes that nothing can store loads no tag; a no holds for the page', async () => {
  const site = await openSite({
    page,
    before: async (context) => {
      await refuseCookies(context)
      await refuseStorage(context)
    },
  })
  const yes = await withGate(site.page, (gate) => {
    const { ok, reason, snapshot } = gate.acceptAll()
    return { ok, reason, answered: snapshot.answered, why: snapshot.reason, state: snapshot.state }
  })
  expect(yes).toMatchObject({ ok: false, reason: 'not-stored', answered: false, why: 'not-stored' })
  expect(yes.state).toEqual({
    analytics: 'denied',
    'google-analytics': 'denied',
    necessary: 'granted',
    stats: 'denied',
  })
  const no = await withGate(site.page, (gate) => {
    const { ok, reason, snapshot } = gate.rejectAll()
    return { ok, reason, answered: snapshot.answered, persisted: snapshot.persisted }
  })
  expect(no).toEqual({ ok: false, reason: 'not-stored', answered: true, persisted: false })
  expect(await site.wire.during(500)).toEqual([])
  expect(await cookiesOf(site.context)).toEqual([])
})

test('P8 localStorage holds the record where cookies are refused', async () => {
  const site = await openSite({ page, before: refuseCookies })
  expect(await withGate(site.page, (gate) => gate.acceptAll().ok)).toBe(true)
  await site.wire.waitForEvent('page_view')
  await site.page.reload()
  const snapshot = await withGate(site.page, (gate) => gate.get())
  expect(snapshot).toMatchObject({ answered: true, persisted: true, reason: 'choice' })
})

test.each(['acceptAll', 'rejectAll'] as const)(
  'P8 localStorage holds the record on http, where the one of https keeps its cookie: %s',
  async (answer) => {
    const site = await openSite({ page })
    await withGate(site.page, (gate) => gate.rejectAll().ok)
    await site.page.goto('http://example.test/')
    await site.page.click(`[data-role="${answer === 'acceptAll' ? 'accept' : 'reject'}"]`)
    for (let visit = 0; visit < 2; visit++) {
      await site.page.reload()
      const { answered, persisted, state } = await withGate(site.page, (gate) => gate.get())
      expect({ answered, persisted }).toEqual({ answered: true, persisted: true })
      expect(state.stats).toBe(answer === 'acceptAll' ? 'granted' : 'denied')
    }
  },
)

test.each([
  ['the button in the place of a frame', '[data-consent-gate-placeholder] button'],
  ['the page’s own button for yes', '[data-consent-gate="accept"]'],
  ['the page’s own button for no', '[data-consent-gate="reject"]'],
])('P8 who presses %s reads that the answer could not be stored', async (_, button) => {
  const site = await openSite({
    page: gatePage(
      { ui: { lang: 'en' } },
      `<iframe data-category="analytics" data-src="/film"></iframe>
      <button data-consent-gate="accept">Yes</button><button data-consent-gate="reject">No</button>`,
    ),
    before: async (context) => {
      await refuseCookies(context)
      await refuseStorage(context)
    },
  })
  await site.page.locator('[data-role="accept"]').waitFor()
  await withGate(site.page, (gate) => gate.hide())
  await expect.poll(() => site.page.locator('#consent-gate').isVisible()).toBe(false)
  await site.page.click(button)
  await site.page.locator('#consent-gate', { hasText: 'did not let us store' }).waitFor({ timeout: 5_000 })
})

test('P8 in a sandboxed frame, which can read neither cookies nor storage, the preferences and the disclosure are drawn', async () => {
  const { page, errors } = await openSite({
    page: {
      '/': '<iframe sandbox="allow-scripts" src="/preview" width="800" height="700"></iframe>',
      '/preview': gatePage({}, '<consent-gate-disclosure service="stats"></consent-gate-disclosure>'),
    },
  })
  const frame = page.frameLocator('iframe')
  await frame.locator('#consent-gate [data-role="preferences"]').click()
  await frame.locator('#consent-gate dialog[open] [data-role="save"]').waitFor()
  await frame.locator('consent-gate-disclosure [role="switch"]').waitFor()
  expect(errors).toEqual([])
})
