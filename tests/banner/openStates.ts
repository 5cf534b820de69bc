import type { Locator, Page } from 'playwright-core'
import { openSite, type Site, type SiteOptions } from '../harness/index.js'
import { NOW, SITE, sitePage, siteStyles, WAY_BACK } from './sitePage.js'
import type { State } from './states.js'

export const LANGUAGES = ['ko', 'en', 'ar'] as const
export type Lang = (typeof LANGUAGES)[number]
export const THEMES = ['light', 'dark'] as const

export interface OpenState extends Site {
  /** Goes to the state anew, in a language; gives what the state is about. */
  show(lang: Lang): Promise<Locator>
}

/** A site in one state of the interface. Time stands still, so what is shown does not depend on the day. */
export async function openState(state: State, options: Partial<SiteOptions> = {}): Promise<OpenState> {
  const { config, body = WAY_BACK, answer } = state
  const merged = { ...SITE, ...config }
  const site = await openSite({
    page: {
      '/site.css': siteStyles,
      '/start': '<p></p>',
      '/video': '<p>video</p>',
      '*': ({ url }) => sitePage({ config: merged, lang: url.pathname.slice(1, 3), body }),
    },
    path: '/start',
    ...(state.respond && { respond: state.respond }),
    ...options,
    context: { viewport: { width: 1280, height: 800 }, timezoneId: 'Asia/Seoul', ...options.context },
    before: async (context) => {
      await context.clock.setFixedTime(NOW)
      await state.before?.(context)
      await options.before?.(context)
    },
  })
  return {
    ...site,
    async show(lang) {
      // An open page would put its own, newer answer back.
      await site.page.goto(site.urlOf('/start'))
      await site.context.clearCookies()
      await site.page.evaluate('localStorage.clear()').catch(() => {})
      if (answer)
        await site.context.addCookies([{ name: 'consent_gate', value: record(answer), url: site.url }])
      await site.page.goto(site.urlOf(`/${lang}`))
      const piece = await pieceOf(site.page, state)
      return piece
    },
  }
}

async function pieceOf(page: Page, state: State): Promise<Locator> {
  await state.reach?.(page)
  const piece = page.locator(state.piece).first()
  await piece.waitFor()
  // What slides in has arrived.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  )
  return piece
}

const record = (answers: string) =>
  `1.pictures-have-one-id.2026-06.1.${(NOW - 3 * 864e5).toString(36)}.notice.${answers}`
