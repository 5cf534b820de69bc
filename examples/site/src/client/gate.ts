import type { Consent } from 'consent-gate'

/** The API of the script tag: `push` queues until it has arrived. */
export type Gate = Consent

declare global {
  interface Window {
    ConsentGate?: { push(...callbacks: ((gate: Gate) => void)[]): unknown }
    gtag?: (...args: unknown[]) => void
  }
}

/** Calls back as soon as `gate.js` is there, which may be never. */
export function whenGate(callback: (gate: Gate) => void): void {
  window.ConsentGate ??= [] as ((gate: Gate) => void)[]
  window.ConsentGate.push(callback)
}
