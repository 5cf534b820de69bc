import type { BrowserContext, Page } from 'playwright-core'
import { type SiteOptions, withGate } from '../harness/index.js'
import { NOW, SITE, VIDEOS, WAY_BACK } from './sitePage.js'

/** A face of the interface that a visitor can meet, and how to get there. */
export interface State {
  readonly name: string
  /** Selector of what the state is about. */
  readonly piece: string
  readonly config?: object
  readonly body?: string
  /** The answers of the stored record to start from. */
  readonly answer?: string
  readonly before?: (context: BrowserContext) => Promise<unknown>
  readonly respond?: SiteOptions['respond']
  /** From the loaded page to the state. */
  readonly reach?: (page: Page) => Promise<unknown>
}

export const CARD = '#consent-gate .card:not(:empty)'
export const DIALOG = '#consent-gate dialog[open]'
const TOGGLE = 'consent-gate-toggle'
const YES = 'google-analytics1'
const NO = 'google-analytics0'
const toggle = `${WAY_BACK}<consent-gate-toggle service="google-analytics"></consent-gate-toggle>`

const openPreferences = (page: Page) => withGate(page, (gate) => gate.showPreferences())
const press = (selector: string) => (page: Page) => page.locator(selector).click()
const read = (selector: string, text: string | RegExp) => (page: Page) =>
  page.locator(selector).filter({ hasText: text }).first().waitFor()
/** Google's cookies are there, so that there is something to delete. */
const measured = (page: Page) => page.waitForFunction(`document.cookie.includes('_ga_TEST1')`)
const inTurn =
  (...steps: ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page) => {
    for (const step of steps) await step(page)
  }
const scrollTo = (selector: string) => (page: Page) =>
  page.locator(selector).evaluate((part) => part.scrollIntoView())
const openDetails = async (page: Page) => {
  for (const summary of await page.locator(`${DIALOG} summary`).all()) {
    if (await summary.isVisible()) await summary.click()
  }
}

/** A browser that keeps nothing: neither cookies nor localStorage. */
export const keepNothing = (context: BrowserContext) =>
  context.addInitScript(() => {
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} })
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError')
      },
    })
  })

/** What many extensions do to gtag.js. */
export const blockGoogle: NonNullable<SiteOptions['respond']> = ({ url }) =>
  url.hostname === 'www.googletagmanager.com' ? 'abort' : undefined

const announced = {
  policies: [
    ...SITE.policies,
    {
      version: '2026-12',
      announced: new Date(NOW - 864e5).toISOString(),
      effective: new Date(NOW + 10 * 864e5).toISOString(),
      url: '/privacy/2026-12',
      summary: '방문 통계의 보유 기간이 14개월에서 2개월로 줄어듭니다.',
    },
  ],
}

export const states: readonly State[] = [
  { name: 'notice', piece: CARD },
  { name: 'notice-services', piece: CARD, config: VIDEOS },
  { name: 'notice-advance', piece: CARD, answer: NO, config: announced },
  {
    name: 'notice-outcome',
    piece: '#consent-gate section.card',
    config: VIDEOS,
    answer: YES,
    reach: inTurn(
      measured,
      (page) => withGate(page, (gate) => gate.withdraw('google-analytics').ok),
      read(CARD, '_ga_TEST1'),
    ),
  },
  {
    name: 'notice-not-stored',
    piece: CARD,
    before: keepNothing,
    reach: inTurn(press('[data-role=accept]'), read(`${CARD} [role=alert]`, /./)),
  },
  {
    name: 'refusal',
    piece: '#consent-gate [data-part=refusal]',
    before: keepNothing,
    reach: (page) => withGate(page, (gate) => gate.session.start('t0ken').ok),
  },
  { name: 'preferences', piece: DIALOG, answer: YES, reach: openPreferences },
  {
    name: 'preferences-services',
    piece: DIALOG,
    config: {
      ...VIDEOS,
      services: [...VIDEOS.services, { id: 'shorts', category: 'media', name: 'Shorts' }],
    },
    reach: openPreferences,
  },
  {
    name: 'preferences-details',
    piece: DIALOG,
    answer: NO,
    reach: inTurn(
      openPreferences,
      openDetails,
      read(`${DIALOG} [data-part] code`, 'pictures'),
      read(`${DIALOG} [data-part] a`, 'Chrome'),
      scrollTo(`${DIALOG} .service`),
    ),
  },
  {
    name: 'preferences-outcome',
    piece: DIALOG,
    answer: YES,
    reach: inTurn(measured, openPreferences, press('[data-role=reject]'), read(DIALOG, '_ga_TEST1')),
  },
  {
    name: 'my-data',
    piece: DIALOG,
    answer: YES,
    reach: inTurn(
      measured,
      openPreferences,
      press(`${DIALOG} .my summary`),
      read(`${DIALOG} [data-part] code`, 'pictures'),
      scrollTo(`${DIALOG} .my`),
    ),
  },
  { name: 'toggle-unanswered', piece: TOGGLE, body: toggle },
  { name: 'toggle-on', piece: TOGGLE, body: toggle, answer: YES, reach: measured },
  { name: 'toggle-off', piece: TOGGLE, body: toggle, answer: NO },
  {
    name: 'toggle-outcome',
    piece: TOGGLE,
    body: toggle,
    answer: YES,
    reach: inTurn(measured, press(`${TOGGLE} [role=switch]`), read(TOGGLE, '_ga_TEST1')),
  },
  {
    name: 'toggle-blocked',
    piece: TOGGLE,
    body: toggle,
    answer: YES,
    respond: blockGoogle,
    reach: (page) =>
      page.waitForFunction(`ConsentGate.get?.().services['google-analytics'] === 'blocked'`, undefined, {
        timeout: 20_000,
      }),
  },
  {
    name: 'toggle-not-stored',
    piece: TOGGLE,
    body: toggle,
    before: keepNothing,
    reach: press(`${TOGGLE} [role=switch]`),
  },
  {
    name: 'disclosure',
    piece: 'consent-gate-disclosure',
    answer: NO,
    body: `${WAY_BACK}<consent-gate-disclosure service="google-analytics"></consent-gate-disclosure>`,
    reach: read('consent-gate-disclosure dd', 'Google LLC'),
  },
  {
    name: 'policies',
    piece: 'consent-gate-policies',
    answer: NO,
    body: `${WAY_BACK}<consent-gate-policies></consent-gate-policies>`,
    reach: read('consent-gate-policies li', '2025-01'),
  },
  { name: 'reopen', piece: '[data-role=reopen]', answer: NO, body: '<p>가나다</p>' },
  {
    name: 'placeholder',
    piece: '[data-consent-gate-placeholder]',
    config: VIDEOS,
    answer: `${NO}.videos0`,
    body: `${WAY_BACK}<iframe title="Video" data-category="media" data-service="videos" data-src="/video"></iframe>`,
  },
]
