import { nextPolicyChange } from '../rules/policy.js'
import type { ConsentEnv } from '../types/env.js'
import type { Policy } from '../types/snapshot.js'

/** Timers stop while a machine sleeps and clocks are set: look at the clock at least this often. */
const STEP = 60_000

/** Calls at each instant at which the policy state changes. Sets no timer when nothing is ahead. */
export function policyClock(env: ConsentEnv, policies: readonly Policy[], flipped: () => void): () => void {
  let timer = 0
  const wait = (moment: number) => {
    if (moment === Number.POSITIVE_INFINITY) return
    timer = env.win.setTimeout(
      () => {
        const now = env.now()
        if (now >= moment) flipped()
        wait(now >= moment ? nextPolicyChange(policies, now) : moment)
      },
      Math.max(0, Math.min(moment - env.now(), STEP)),
    )
  }
  wait(nextPolicyChange(policies, env.now()))
  return () => env.win.clearTimeout(timer)
}
