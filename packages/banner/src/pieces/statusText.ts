import type { Consent, Unit } from '@consent-gate/core'
import type { FurtherCopy } from '../types/copy.js'
import { scriptsStay } from './scriptsStay.js'

/** The state of a service or category in words, as the store has it and not as the last click wished (P17). */
export function statusText(consent: Consent, id: string, units: readonly Unit[], texts: FurtherCopy): string {
  const { state, pending, reason, services } = consent.get()
  if (reason === 'not-stored') return texts.statusNotStored
  if (consent.settings.minor) return texts.statusMinor
  if (state[id] === 'granted') {
    const all = units.map((unit) => services[unit.id])
    if (all.includes('blocked')) return texts.statusBlocked
    return all.includes('loading') ? texts.statusLoading : texts.statusOn
  }
  if (units.some((unit) => state[unit.id] === 'granted')) return texts.statusPartly
  if (reason === 'signal') return texts.statusSignal
  if (units.some((unit) => pending.includes(unit.id))) return texts.statusUnanswered
  return scriptsStay(consent, units) ? texts.scriptsStay : texts.statusOff
}
