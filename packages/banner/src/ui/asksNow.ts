import type { Snapshot } from '@consent-gate/core'

/** Whether the notice asks its question, rather than telling of an announced policy or an answer that was not stored. */
export function asksNow({ pending, reason, policy }: Snapshot): boolean {
  if (reason === 'not-stored') return false
  return (pending.length > 0 && reason !== 'signal') || !policy.upcoming
}
