import { KEPT_FOR } from '../storage/keptFor.js'
import { readList } from '../storage/readList.js'
import type { HistoryEntry } from '../types/consent.js'
import type { ConsentEnv } from '../types/env.js'
import type { ConsentRecord } from '../types/record.js'

const KEY = 'consent_gate.history'
const MOST = 50

/**
 * The visitor's own choices of the last three months, oldest first, at most fifty; kept in their browser. What is older
 * leaves it.
 */
export function readHistory(env: ConsentEnv): HistoryEntry[] {
  const entries = readList<HistoryEntry | null>(env, KEY)
  const kept = entries.filter((entry): entry is HistoryEntry => !!entry && env.now() - entry.time < KEPT_FOR)
  if (kept.length < entries.length) env.local.set(KEY, JSON.stringify(kept))
  return kept
}

export function addToHistory(env: ConsentEnv, { time, policy, source, choices }: ConsentRecord): void {
  env.local.set(KEY, JSON.stringify([...readHistory(env), { time, policy, source, choices }].slice(-MOST)))
}
