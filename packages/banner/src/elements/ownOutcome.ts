import type { Consent, SweepReport } from '@consent-gate/core'

export interface OwnOutcome {
  /** What became of the withdrawal of this unit, until it is on again. Asked at every drawing. */
  of(id: string): SweepReport | undefined
  take(report: SweepReport): void
}

/** Tells a withdrawal of what an element shows from one of something else, which says nothing about it (P17). */
export function ownOutcome({ get }: Consent): OwnOutcome {
  let on = false
  let told: SweepReport | undefined
  return {
    of(id) {
      if (get().state[id] === 'granted') {
        on = true
        told = undefined
      }
      return told
    },
    take(report) {
      if (on) told = report
      on = false
    },
  }
}
