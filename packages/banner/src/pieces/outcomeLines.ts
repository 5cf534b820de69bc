import type { Snapshot, SweepReport } from '@consent-gate/core'
import type { FurtherCopy } from '../types/copy.js'
import { fill } from './fill.js'

/**
 * What a visitor reads after an answer: that it was not stored (P8), and of a withdrawal that nothing is sent, what
 * was deleted, and what could not be (P17).
 */
export function outcomeLines(
  { reason }: Snapshot,
  report: SweepReport | undefined,
  texts: FurtherCopy,
): string[] {
  const about = (text: string, names: readonly string[] = []) =>
    names.length ? [fill(text, { names: names.join(', ') })] : []
  return [
    ...(reason === 'not-stored' ? [texts.statusNotStored] : []),
    ...(report ? [texts.outcomeOff] : []),
    ...about(texts.outcomeDeleted, report?.deleted),
    ...about(texts.outcomeLeft, report?.left),
    ...about(texts.outcomeUnreadable, report?.unreadable),
  ]
}
