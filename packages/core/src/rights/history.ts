import { KEPT_FOR } from '../storage/keptFor.js'
import { HISTORY } from '../storage/localKeys.js'
import { readList } from '../storage/readList.js'
import type { HistoryEntry } from '../types/consent.js'
import type { ConsentEnv } from '../types/env.js'
import type { ConsentRecord } from '../types/record.js'

const MOST = 50

/**
 * The visitor's own choices of the last three months, oldest first, at most fifty; kept in their browser. What is older
 * leaves it.
 */
export function readHistory(env: ConsentEnv): HistoryEntry[] {
  const entries = readList<HistoryEntry | null>(env, HISTORY)
  const kept = entries.filter((entry): entry is HistoryEntry => !!entry && env.now() - entry.time < KEPT_FOR)
  if (kept.length < entries.length) env.local.set(HISTORY, JSON.stringify(kept))
  return kept
}

export function addToHistory(env: ConsentEnv, { time, policy, source, choices }: ConsentRecord): void {
  env.local.set(
    HISTORY,
    JSON.stringify([...readHistory(env), { time, policy, source, choices }].slice(-MOST)),
  )
}
