import type { Snapshot, SweepReport } from '@consent-gate/core'
import type { FurtherCopy } from '../types/copy.js'
import { fill } from './fill.js'

/**
 * What a visitor reads after an answer: that it was not stored (P8), and of a withdrawal that what was turned off sends
 * nothing, what was deleted, and what could not be (P17).
 */
export function outcomeLines(
  { reason }: Snapshot,
  report: SweepReport | undefined,
  texts: FurtherCopy,
): string[] {
  const lines = reason === 'not-stored' ? [texts.statusNotStored] : []
  const add = (text: string, names: readonly string[]) => {
    if (names.length) lines.push(fill(text, { names: names.join(', ') }))
  }
  if (report) {
    lines.push(texts.outcomeOff)
    add(texts.outcomeDeleted, report.deleted)
    add(texts.outcomeLeft, report.left)
    add(texts.outcomeUnreadable, report.unreadable)
  }
  return lines
}
