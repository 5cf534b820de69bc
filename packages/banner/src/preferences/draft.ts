import type { Snapshot, Unit } from '@consent-gate/core'
import type { Draft } from '../types/components.js'

/** Whether a service, or all of a category, is on in the draft. Nothing is on that was not granted or touched. */
export function isOn(draft: Draft, { state }: Snapshot, units: readonly Unit[]): boolean {
  return units.length > 0 && units.every(({ id }) => draft[id] ?? state[id] === 'granted')
}

/** The draft after the switch of these units was used. */
export function toggled(draft: Draft, snapshot: Snapshot, units: readonly Unit[]): Draft {
  const on = !isOn(draft, snapshot, units)
  return { ...draft, ...Object.fromEntries(units.map(({ id }) => [id, on])) }
}

/** The answers that saving the draft gives: one for every unit, as it is shown. */
export function answersOf(draft: Draft, snapshot: Snapshot, units: readonly Unit[]): Record<string, boolean> {
  return Object.fromEntries(units.map((unit) => [unit.id, isOn(draft, snapshot, [unit])]))
}
