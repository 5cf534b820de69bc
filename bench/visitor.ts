import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type Candidate, TAG } from './candidate.js'
import { type Condition, impose } from './condition.js'
import type { Log, Site } from './site.js'
import { NOTICE_SHOWN, type Notes, watchPage } from './watchPage.js'

const PATIENCE_MS = 30_000
/** Longer than any candidate puts work off. */
const SETTLE_MS = 1500

/** Somebody who has never been to a candidate's site: a profile of their own, until they leave. */
export class Visitor {
  private constructor(
    readonly browser: Browser,
    private readonly site: Site,
    private readonly candidate: Candidate,
    private readonly condition: Condition,
    private readonly context: BrowserContext,
  ) {}

  static async of(
    browser: Browser,
    site: Site,
    candidate: Candidate,
    condition: Condition,
  ): Promise<Visitor> {
    const context = await browser.newContext({ proxy: { server: site.proxy } })
    return new Visitor(browser, site, candidate, condition, context)
  }

  leave(): Promise<void> {
    return this.context.close()
  }

  get address(): string {
    return `https://${this.candidate.id}.test/`
  }

  startLog(): Log {
    return this.site.startLog()
  }

  /** A new tab, still empty. */
  async openTab(): Promise<Page> {
    const page = await this.context.newPage()
    await impose(this.condition, page)
    return page
  }

  /** A new tab in which a page has shown its notice, and notes what happens next. Waits without a look at the page. */
  async openNotice(address: string): Promise<Page> {
    const page = await this.openTab()
    await page.addInitScript(watchPage, this.candidate.accept)
    const shown = page.waitForEvent('console', {
      predicate: (message) => message.text() === NOTICE_SHOWN,
      timeout: PATIENCE_MS,
    })
    shown.catch(() => {})
    await page.goto(address)
    await shown.catch(() => {
      throw new Error('no notice that a click reaches')
    })
    await this.settle(page)
    return page
  }

  /** Until the page has nothing left to do for itself. */
  settle(page: Page): Promise<void> {
    return page.waitForTimeout(SETTLE_MS)
  }

  /** Clicks as a hand does, and not as Playwright, which would look at the button first. */
  async accept(page: Page): Promise<void> {
    const box = await page.locator(this.candidate.accept).boundingBox()
    if (!box) throw new Error('the button is gone')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  }

  notes(page: Page): Promise<Notes> {
    return page.evaluate(() => window.notes)
  }

  /** When the page asked for Google's tag; waits for it, and until the page is quiet. */
  async tagRequest(page: Page): Promise<number> {
    for (const end = Date.now() + PATIENCE_MS; !this.site.log.google.length; await page.waitForTimeout(50)) {
      if (Date.now() > end) throw new Error('no request for gtag')
    }
    await this.settle(page)
    return page.evaluate((tag) => performance.getEntriesByName(tag)[0]?.startTime ?? Number.NaN, TAG)
  }
}
