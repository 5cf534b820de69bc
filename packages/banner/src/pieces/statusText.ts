import type { Settings, Snapshot } from '@consent-gate/core'
import type { FurtherCopy } from '../types/copy.js'

/** The state of a service or category in words, as the store has it and not as the last click wished (P17). */
export function statusText(
  { state, pending, reason, services }: Snapshot,
  { units, minor }: Pick<Settings, 'units' | 'minor'>,
  id: string,
  texts: FurtherCopy,
): string {
  const mine = units.filter((unit) => unit.id === id || unit.category === id).map((unit) => unit.id)
  if (reason === 'not-stored') return texts.statusNotStored
  if (minor) return texts.statusMinor
  if (state[id] === 'granted') {
    const all = mine.map((unit) => services[unit])
    if (all.includes('blocked')) return texts.statusBlocked
    return all.includes('loading') ? texts.statusLoading : texts.statusOn
  }
  if (mine.some((unit) => state[unit] === 'granted')) return texts.statusPartly
  if (reason === 'signal') return texts.statusSignal
  return mine.some((unit) => pending.includes(unit)) ? texts.statusUnanswered : texts.statusOff
}
