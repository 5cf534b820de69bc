import type { Consent } from '@consent-gate/core'

/** What a page pushes to be called with the API. */
export type QueuedCallback = (gate: ConsentGate) => void

/** `window.ConsentGate`: the API of a consent, and the queue that pages push to before and after it is there. */
export interface ConsentGate extends Consent {
  /** Calls back at once. One that throws is an issue (CG304) and stops no other. */
  push(...callbacks: QueuedCallback[]): void
  /** The options of the script tag that started it, to tell a second tag with other options. */
  readonly tag: string
}

/** Calls back at once, each on its own: one that throws is an issue and stops no other. */
export function callEach(gate: ConsentGate, callbacks: readonly QueuedCallback[]): void {
  for (const callback of callbacks) {
    try {
      callback(gate)
    } catch (error) {
      gate.report('CG304', 'ConsentGate.push', error)
    }
  }
}
