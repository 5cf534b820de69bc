import type { Page } from 'playwright-core'
import type { TraceEvent } from '../../tests/harness/traceEvent.js'
import type { Measure } from '../measure.js'
import { scriptTime } from '../scriptTime.js'
import type { Visitor } from '../visitor.js'

/** What the candidate's scripts take of the main thread until the page is quiet. Nothing else looks at the page. */
async function traced(visitor: Visitor, page: Page): Promise<number> {
  await visitor.browser.startTracing(page, { categories: ['devtools.timeline', 'v8', 'toplevel'] })
  await page.goto(visitor.address)
  await visitor.settle(page)
  const trace = await visitor.browser.stopTracing()
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  return scriptTime(traceEvents, visitor.address)
}

export const ownScript: Measure = {
  rows: ['scriptFirst', 'scriptReturning'],
  async take(visitor, note) {
    const first = await visitor.openTab()
    note('scriptFirst', await traced(visitor, first))
    visitor.startLog()
    await visitor.accept(first)
    await visitor.tagRequest(first)
    await first.close()
    note('scriptReturning', await traced(visitor, await visitor.openTab()))
  },
}
