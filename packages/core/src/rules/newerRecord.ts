import type { ConsentRecord } from '../types/record.js'

/**
 * Which of two records holds: the higher counter, never the clock. On a tie, and between records that began apart
 * and whose counters say nothing about each other, every denial of either wins: so two tabs which answered at the
 * same moment meet in the same place, and no no is lost. A yes comes from the higher alone, or from either on a tie.
 */
export function newerRecord(one: ConsentRecord | null, other: ConsentRecord | null): ConsentRecord | null {
  if (!one || !other) return one ?? other
  const [high, low] = one.rev < other.rev ? [other, one] : [one, other]
  if (high.rev > low.rev && high.id === low.id) return high
  const choices = { ...high.choices }
  for (const [unit, status] of Object.entries(low.choices)) {
    if (status === 'denied' || (high.rev === low.rev && !choices[unit])) choices[unit] = status
  }
  return { ...high, choices }
}
