import { type Action, reduceConsent } from './rules/reducer.js'
import type { Rules } from './types/settings.js'
import type { Snapshot } from './types/snapshot.js'

/** Holds the one snapshot. Nothing but `dispatch` changes it. */
export interface Store {
  get(): Snapshot
  dispatch(action: Action): void
}

/** `changed` is called at once, with every change. */
export function createStore(
  rules: Rules,
  initial: Snapshot,
  changed: (snapshot: Snapshot, previous: Snapshot) => void,
): Store {
  let snapshot = freeze(initial)
  return {
    get: () => snapshot,
    dispatch(action) {
      const previous = snapshot
      const next = reduceConsent(rules, previous, action)
      if (next === previous) return
      snapshot = freeze(next)
      changed(next, previous)
    },
  }
}

function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (part && typeof part === 'object') freeze(part)
  return Object.freeze(value)
}
