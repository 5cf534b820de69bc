import type { Browser } from 'playwright-core'
import type { Candidate } from './candidate.js'
import { conditions } from './condition.js'
import { measures } from './measures/index.js'
import type { Results } from './results.js'
import type { Site } from './site.js'
import { Visitor } from './visitor.js'

/** Everything once. One candidate after the other within each measure, so that a busy machine meets all of them. */
export async function runRound(
  browser: Browser,
  site: Site,
  candidates: readonly Candidate[],
  results: Results,
): Promise<void> {
  for (const condition of conditions) {
    for (const measure of measures) {
      for (const candidate of candidates) {
        const open = new Set(measure.rows)
        const visitor = await Visitor.of(browser, site, candidate, condition)
        try {
          await measure.take(visitor, (row, value) => {
            if (!Number.isFinite(value)) throw new Error('the page noted nothing')
            open.delete(row)
            results.of(candidate.id, condition.name, row).values.push(value)
          })
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error)
          for (const row of open) results.of(candidate.id, condition.name, row).failures.push(reason)
        } finally {
          await visitor.leave()
        }
      }
    }
  }
}
