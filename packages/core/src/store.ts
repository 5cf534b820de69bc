import { type Action, reduceConsent } from './rules/reducer.js'
import type { Rules } from './types/settings.js'
import type { Snapshot } from './types/snapshot.js'

export type Watcher = (snapshot: Snapshot, previous: Snapshot) => void

/** Holds the one snapshot. Nothing but `dispatch` changes it; watchers run at once, in order. */
export interface Store {
  get(): Snapshot
  dispatch(action: Action): Snapshot
  watch(watcher: Watcher): () => void
}

export function createStore(rules: Rules, initial: Snapshot): Store {
  let snapshot = freeze(initial)
  const watchers = new Set<Watcher>()
  return {
    get: () => snapshot,
    dispatch(action) {
      const previous = snapshot
      const next = reduceConsent(rules, previous, action)
      if (next !== previous) {
        snapshot = freeze(next)
        for (const watcher of watchers) watcher(next, previous)
      }
      return snapshot
    },
    watch(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (part && typeof part === 'object') freeze(part)
  return Object.freeze(value)
}
