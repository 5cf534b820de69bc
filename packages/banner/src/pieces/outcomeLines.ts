import type { SweepReport } from '@consent-gate/core'
import type { FurtherCopy } from '../types/copy.js'
import { fill } from './fill.js'

/** What a visitor reads after a withdrawal: that nothing is sent, what was deleted, and what could not be (P17). */
export function outcomeLines({ deleted, left, unreadable }: SweepReport, texts: FurtherCopy): string[] {
  const about = (text: string, names: readonly string[]) =>
    names.length ? [fill(text, { names: names.join(', ') })] : []
  return [
    texts.outcomeOff,
    ...about(texts.outcomeDeleted, deleted),
    ...about(texts.outcomeLeft, left),
    ...about(texts.outcomeUnreadable, unreadable),
  ]
}
