import type { Consent } from '@consent-gate/core'
import type { Page } from 'playwright-core'
import { openSite, type Site, type SiteOptions } from '../harness/index.js'

export const ID = 'G-TEST1'
/** How long the double keeps events back, and longer than that. */
export const QUEUE_MS = 400
export const LONGER = QUEUE_MS * 2

/** A page with the script tag, configured for Google Analytics only. */
export const analyticsPage = (googleAnalytics: object = {}, body = '', config: object = {}): string =>
  `<script type="application/json" id="config">${JSON.stringify({
    policies: [{ version: '1' }],
    googleAnalytics: { measurementId: ID, ...googleAnalytics },
    ...config,
  })}</script>${body}<script async src="/gate/gate.js" data-config="#config"></script>`

export const withGate = <T>(page: Page, action: (gate: Consent) => T | Promise<T>): Promise<T> =>
  page.evaluate(
    `new Promise((resolve) => (window.ConsentGate = window.ConsentGate || []).push(resolve)).then(${action})`,
  ) as Promise<T>

export const accept = (page: Page) => withGate(page, (gate) => gate.acceptAll().ok)
export const withdraw = (page: Page) => withGate(page, (gate) => gate.withdraw().done)
/** The page's own code, which knows nothing of us. */
export const gtag = (page: Page, ...command: unknown[]) =>
  page.evaluate(`gtag(...${JSON.stringify(command)})`)

/** A page whose visitor said yes, with the first page_view sent. */
export async function grantedSite({
  analytics,
  page = analyticsPage(analytics),
  gtag: property,
  ...options
}: Partial<SiteOptions> & { analytics?: object } = {}): Promise<Site> {
  const gtag = { queueMs: QUEUE_MS, enhancedMeasurement: ['history' as const], ...property }
  const site = await openSite({ ...options, page, gtag })
  await accept(site.page)
  await site.wire.waitForEvent('page_view')
  return site
}
