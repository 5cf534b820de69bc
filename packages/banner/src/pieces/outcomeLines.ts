import type { Consent, SweepReport, Unit } from '@consent-gate/core'
import type { FurtherCopy } from '../types/copy.js'
import { fill } from './fill.js'
import { scriptsStay } from './scriptsStay.js'

/**
 * What a visitor reads after an answer: that it was not stored (P8), and of a withdrawal that what was turned off sends
 * nothing, or that its scripts stay until the next page, what was deleted, and what could not be (P17).
 */
export function outcomeLines(
  consent: Consent,
  report: SweepReport | undefined,
  texts: FurtherCopy,
  units: readonly Unit[] = consent.settings.units,
): string[] {
  const lines = consent.get().reason === 'not-stored' ? [texts.statusNotStored] : []
  const add = (text: string, names: readonly string[]) => {
    if (names.length) lines.push(fill(text, { names: names.join(', ') }))
  }
  if (report) {
    lines.push(scriptsStay(consent, units) ? texts.scriptsStay : texts.outcomeOff)
    add(texts.outcomeDeleted, report.deleted)
    add(texts.outcomeLeft, report.left)
    add(texts.outcomeUnreadable, report.unreadable)
  }
  return lines
}
