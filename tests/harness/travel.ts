import type { Page } from 'playwright-core'

/**
 * Measured: while a hit of a page is being answered, Chromium may drop that page from its back/forward cache
 * (IgnoreEventAndEvict). A visitor is never that quick.
 */
const SETTLE_MS = 800

/** Leads a page elsewhere so that the back/forward cache may keep it. */
export async function goTo(page: Page, url: string): Promise<void> {
  await page.waitForTimeout(SETTLE_MS)
  await page.evaluate('window.left = true')
  await page.goto(url)
}

/** Goes back, and says whether the page that `goTo` left was kept. One from the cache has no load event to wait for. */
export async function goBack(page: Page): Promise<'kept' | 'loaded'> {
  await page.waitForTimeout(SETTLE_MS)
  await page.goBack({ waitUntil: 'commit' })
  return (await page.evaluate('window.left === true')) ? 'kept' : 'loaded'
}
