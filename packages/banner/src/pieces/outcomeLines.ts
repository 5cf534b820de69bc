import type { SweepReport } from '@consent-gate/core'
import { fill } from '../kit/index.js'
import type { FurtherCopy } from '../types/copy.js'

/** What a visitor reads after a withdrawal: that nothing is sent, what was deleted, and what could not be (P17). */
export function outcomeLines({ deleted, left, unreadable }: SweepReport, texts: FurtherCopy): string[] {
  const about = (text: string, names: readonly string[]) =>
    // Isolated, or right-to-left text would reorder their underscores.
    names.length ? [fill(text, { names: names.map((name) => `\u2068${name}\u2069`).join(', ') })] : []
  return [
    texts.outcomeOff,
    ...about(texts.outcomeDeleted, deleted),
    ...about(texts.outcomeLeft, left),
    ...about(texts.outcomeUnreadable, unreadable),
  ]
}
