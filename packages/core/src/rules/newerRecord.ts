import type { ConsentRecord, ConsentStatus } from '../types/record.js'

/**
 * Which of two records holds: the higher counter, never the clock; on a tie every denial of either wins, so
 * that two tabs which answered at the same moment meet in the same place.
 */
export function newerRecord(one: ConsentRecord | null, other: ConsentRecord | null): ConsentRecord | null {
  if (!one || !other) return one ?? other
  if (one.rev !== other.rev) return one.rev > other.rev ? one : other
  const denies = (record: ConsentRecord, unit: string) => record.choices[unit] === 'denied'
  const units = Object.keys({ ...one.choices, ...other.choices })
  if (!units.some((unit) => denies(other, unit) && !denies(one, unit))) return one
  if (!units.some((unit) => denies(one, unit) && !denies(other, unit))) return other
  const choices: Record<string, ConsentStatus> = {}
  for (const unit of units) choices[unit] = denies(one, unit) || denies(other, unit) ? 'denied' : 'granted'
  return { ...one, choices }
}
