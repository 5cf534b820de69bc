import type { Page } from 'playwright-core'
import type { Site } from './openSite.js'

/** Chromium keeps no page in the back/forward cache that has a hit under way; a visitor takes longer than that. */
const SETTLE_MS = 150

/** The tabs of one visitor of random walks, and how far each can go back. Its pages have `stampSends`. */
export class VisitorTabs {
  static readonly most = 3
  readonly pages: Page[] = []
  readonly #site: Site
  readonly #depths = new WeakMap<Page, number>()
  #visited = 0

  constructor(site: Site) {
    this.#site = site
  }

  /** The tab of that number, counted round. */
  at(index: number): Page {
    const page = this.pages[index % this.pages.length]
    if (!page) throw new Error('The visitor has no tab.')
    return page
  }

  async open(): Promise<void> {
    if (this.pages.length === VisitorTabs.most) return
    const page = await this.#site.context.newPage()
    this.pages.push(page)
    await page.goto(this.#site.url)
  }

  /** The last one stays. */
  async close(page: Page): Promise<void> {
    if (this.pages.length === 1) return
    this.pages.splice(this.pages.indexOf(page), 1)
    await page.close()
  }

  async navigate(page: Page): Promise<void> {
    await page.waitForTimeout(SETTLE_MS)
    await page.goto(this.#site.urlOf(`/page-${++this.#visited}`))
    this.#go(page, 1)
  }

  /** Within the page, as single-page applications do: a new entry of the history, and the next time none. */
  async push(page: Page): Promise<void> {
    const change = this.#visited % 2 ? 'pushState' : 'replaceState'
    await page.evaluate(`history.${change}({}, '', '/pushed-${++this.#visited}')`)
    if (change === 'pushState') this.#go(page, 1)
  }

  /** False where there is nothing to go back to. */
  async back(page: Page): Promise<boolean> {
    if (!this.#depths.get(page)) return false
    await page.waitForTimeout(SETTLE_MS)
    await page.goBack({ waitUntil: 'commit' })
    await page.waitForFunction('window.started', undefined, { polling: 10 })
    this.#go(page, -1)
    return true
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.pages.map((page) => page.close()))
  }

  #go(page: Page, by: 1 | -1): void {
    this.#depths.set(page, (this.#depths.get(page) ?? 0) + by)
  }
}
