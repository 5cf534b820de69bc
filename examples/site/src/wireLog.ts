/** One request that reached the endpoints that stand in for Google's. */
export interface WireEntry {
  readonly number: number
  /** Milliseconds since 1970 UTC. */
  readonly time: number
  readonly kind: 'script' | 'hit'
  readonly measurementId: string
  readonly method: string
  readonly events: readonly string[]
  readonly clientId: string
  /** Google's consent signal: `G1`, ads, analytics. */
  readonly consent: string
  readonly page: string
}

export interface WireLog {
  add(entry: Omit<WireEntry, 'number' | 'time'>): void
  /** Oldest first. */
  entries(): readonly WireEntry[]
  /** Called after each entry, once it is among `entries()`. */
  subscribe(listener: () => void): () => void
}

const MOST_KEPT = 200

export function createWireLog(now: () => number = Date.now): WireLog {
  const kept: WireEntry[] = []
  const listeners = new Set<() => void>()
  let count = 0

  return {
    add(seen) {
      count += 1
      kept.push({ number: count, time: now(), ...seen })
      if (kept.length > MOST_KEPT) kept.shift()
      for (const listener of listeners) listener()
    },
    entries: () => [...kept],
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
