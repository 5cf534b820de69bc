import type { ConsentRecord } from '../types/record.js'

/**
 * Which of two records holds: the higher counter, never the clock; on a tie every denial of either wins, so
 * that two tabs which answered at the same moment meet in the same place.
 */
export function newerRecord(one: ConsentRecord | null, other: ConsentRecord | null): ConsentRecord | null {
  if (!one || !other) return one ?? other
  if (one.rev !== other.rev) return one.rev > other.rev ? one : other
  const choices = { ...one.choices }
  for (const [unit, status] of Object.entries(other.choices)) {
    if (choices[unit] !== 'denied') choices[unit] = status
  }
  return { ...one, choices }
}
