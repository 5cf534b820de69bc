import type { Rules } from '../types/settings.js'
import type { Snapshot } from '../types/snapshot.js'
import { decide } from './decision.js'

/** Where every start begins, and where a server stays: nothing answered, everything optional denied. */
export function initialSnapshot(rules: Rules, now: number): Snapshot {
  const { notice: _, ...decision } = decide(rules, null, { gpc: false }, now)
  return { ...decision, reason: 'server', record: null, ui: 'none', persisted: false, services: {} }
}
