import type { Policy, PolicyState } from '../types/snapshot.js'

/** What is in force at an instant. Before the first version takes effect, the first counts as current. */
export function policyState(policies: readonly Policy[], now: number): PolicyState {
  const index = currentIndex(policies, now)
  const next = policies[index + 1]
  return {
    current: policies[index] as Policy,
    upcoming: next && next.announced <= now ? next : null,
    previous: policies.slice(0, index).reverse(),
  }
}

/** The next instant at which the policy state changes, or Infinity. */
export function nextPolicyChange(policies: readonly Policy[], now: number): number {
  const moments = policies.flatMap(({ announced, effective }) => [announced, effective])
  return Math.min(...moments.filter((moment) => moment > now))
}

/** Whether an answer given under `version` still holds at `now`. */
export function policyHolds(policies: readonly Policy[], version: string, now: number): boolean {
  const given = policies.findIndex((policy) => policy.version === version)
  return (
    given >= 0 &&
    !policies.slice(given + 1, currentIndex(policies, now) + 1).some((policy) => policy.askAgain)
  )
}

function currentIndex(policies: readonly Policy[], now: number): number {
  return Math.max(0, policies.filter((policy) => policy.effective <= now).length - 1)
}
