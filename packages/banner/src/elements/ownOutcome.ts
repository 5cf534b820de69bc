import type { Consent, SweepReport } from '@consent-gate/core'

export interface OwnOutcome {
  /** What became of the withdrawal of this unit, until it is on again. Asked at every drawing. */
  of(id: string): SweepReport | undefined
  take(report: SweepReport): void
}

/** Tells a withdrawal of what an element shows from one of something else, which says nothing about it (P17). */
export function ownOutcome({ get }: Consent): OwnOutcome {
  let on = false
  /** The state that turned it off: the report of that comes in the same task, and one of another withdrawal does not. */
  let off: object | undefined
  let told: SweepReport | undefined
  return {
    of(id) {
      const { state } = get()
      if (state[id] === 'granted') {
        on = true
        told = undefined
      } else if (on) {
        on = false
        off = state
      }
      return told
    },
    take(report) {
      if (off === get().state) told = report
      off = undefined
    },
  }
}
