import type { Page } from 'playwright-core'
import type { Measure } from '../measure.js'
import type { Row } from '../rows.js'

const LOOK_EVERY_MS = 250
const GIVE_UP_AFTER = 8

/** How many held scripts ran by the time that no more do. */
async function opened(page: Page, count: number): Promise<number> {
  let ran = 0
  for (let idle = 0; idle < GIVE_UP_AFTER && ran < count; idle++) {
    await page.waitForTimeout(LOOK_EVERY_MS)
    const now = await page.evaluate(() => window.opened)
    if (now > ran) idle = 0
    ran = now
  }
  return ran
}

/** From the yes until so many scripts that waited for it ran, and until the page paints. */
export const gatedScripts = (count: number, last: Row, paint?: Row): Measure => ({
  rows: paint ? [last, paint] : [last],
  async take(visitor, note) {
    const page = await visitor.openNotice(`${visitor.address}?${count}`)
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await visitor.accept(page)
    const ran = await opened(page, count)
    if (ran < count) throw new Error([`${ran} of ${count} ran`, ...errors.slice(0, 1)].join(': '))
    const { clickAt = Number.NaN, paintAt = Number.NaN } = await visitor.notes(page)
    note(last, (await page.evaluate(() => window.openedAt)) - clickAt)
    if (paint) note(paint, paintAt - clickAt)
  },
})
