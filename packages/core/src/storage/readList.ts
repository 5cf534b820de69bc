import type { ConsentEnv } from '../types/env.js'

/** The list that is kept under a key of ours; an empty one where there is none, or something else. */
export function readList<T>({ local }: ConsentEnv, key: string): T[] {
  try {
    const kept: unknown = JSON.parse(local.get(key) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}
