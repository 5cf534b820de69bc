import { type Action, reduceConsent } from './rules/reducer.js'
import type { Rules } from './types/settings.js'
import type { Snapshot } from './types/snapshot.js'

/** Holds the one snapshot. Nothing but `dispatch` changes it. */
export interface Store {
  get(): Snapshot
  dispatch(action: Action): void
  /** What changes during a task is one change, told at its end. */
  asOne<T>(task: () => T): T
}

/** `changed` is called at once, with every change. */
export function createStore(
  rules: Rules,
  initial: Snapshot,
  changed: (snapshot: Snapshot, previous: Snapshot) => void,
): Store {
  let snapshot = freeze(initial)
  let told = snapshot
  let tasks = 0
  const tell = () => {
    const previous = told
    if (tasks || snapshot === previous) return
    told = snapshot
    changed(told, previous)
  }
  return {
    get: () => snapshot,
    dispatch(action) {
      snapshot = freeze(reduceConsent(rules, snapshot, action))
      tell()
    },
    asOne(task) {
      tasks++
      try {
        return task()
      } finally {
        tasks--
        tell()
      }
    },
  }
}

function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (part && typeof part === 'object') freeze(part)
  return Object.freeze(value)
}
