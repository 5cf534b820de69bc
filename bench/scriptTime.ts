import type { TraceEvent } from '../tests/harness/traceEvent.js'

/** Where Chromium enters JavaScript. Promises' continuations run inside these as well. */
const SCRIPT = new Set([
  'EvaluateScript',
  'FunctionCall',
  'v8.compile',
  'v8.run',
  'v8.callFunction',
  'BlinkScheduler_PerformMicrotaskCheckpoint',
])

/**
 * Milliseconds of work that scripts took of the main thread of the site at `address`, what they made the browser do
 * at once (layout, cookies, garbage) included. Compiling on other threads is not.
 */
export function scriptTime(events: readonly TraceEvent[], address: string): number {
  const main = events.find(
    ({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.startsWith(address),
  )
  if (!main) return 0
  const scripts = events
    .filter(
      ({ name, ph, pid, tid }) => ph === 'X' && pid === main.pid && tid === main.tid && SCRIPT.has(name),
    )
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  let worked = 0
  let until = Number.NEGATIVE_INFINITY
  for (const { ts, dur = 0, tdur = dur } of scripts) {
    if (ts < until) continue
    until = ts + dur
    worked += tdur
  }
  return worked / 1000
}
