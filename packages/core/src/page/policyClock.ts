import { nextPolicyChange } from '../rules/policy.js'
import type { ConsentEnv } from '../types/env.js'
import type { Policy } from '../types/snapshot.js'

/** Timers stop while a machine sleeps and clocks are set: look at the clock at least this often. */
const STEP = 60_000

/**
 * Calls at each instant at which the policy state changes, also where a clock that ran ahead is set back. Sets no timer
 * when nothing is ahead, unless the clock has leapt: what it leapt over may come again.
 */
export function policyClock(
  env: ConsentEnv,
  policies: readonly Policy[],
  /** When the page decided: an instant may have passed since, while this part was on its way. */
  decided: number,
  flipped: () => void,
): () => void {
  let timer = 0
  let leapt = false
  let last = decided
  let ahead = nextPolicyChange(policies, decided)
  const look = () => {
    const now = env.now()
    const next = nextPolicyChange(policies, now)
    leapt ||= now - last > 2 * STEP
    last = now
    // Another change ahead is another state.
    if (next !== ahead) {
      ahead = next
      flipped()
    }
    if (leapt || next < Number.POSITIVE_INFINITY) timer = env.win.setTimeout(look, Math.min(next - now, STEP))
  }
  look()
  return () => env.win.clearTimeout(timer)
}
