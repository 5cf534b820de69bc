import { storageArea } from '../storage/storageArea.js'
import type { HistoryEntry } from '../types/consent.js'
import type { ConsentEnv } from '../types/env.js'
import type { ConsentRecord } from '../types/record.js'

const KEY = 'consent_gate.history'
const MOST = 50
/** Three months, as the founding policy keeps log-in records. */
const KEPT = 92 * 86_400_000

export interface History {
  /** Oldest first. */
  read(): HistoryEntry[]
  add(record: ConsentRecord): void
  erase(): void
}

/** The visitor's own choices, kept in their browser for three months, at most fifty. */
export function choiceHistory(env: ConsentEnv): History {
  const local = storageArea(env.local)
  const read = () =>
    parse(local.get(KEY)).filter(({ time }) => typeof time === 'number' && env.now() - time < KEPT)
  return {
    read,
    add: ({ time, policy, source, choices }) => {
      local.set(KEY, JSON.stringify([...read(), { time, policy, source, choices }].slice(-MOST)))
    },
    erase: () => local.remove(KEY),
  }
}

function parse(text: string | null): HistoryEntry[] {
  try {
    const entries: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(entries) ? entries.filter((entry) => entry && typeof entry === 'object') : []
  } catch {
    return []
  }
}
