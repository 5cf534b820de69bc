import type { ConsentRecord, ConsentStatus } from '../types/record.js'
import type { Rules } from '../types/settings.js'
import type { Decision, Reason } from '../types/snapshot.js'
import { policyHolds, policyState } from './policy.js'

/** What the browser says about its visitor. https://www.w3.org/TR/gpc/ */
export interface Signals {
  readonly gpc: boolean
}

const DAY = 86_400_000

/**
 * What follows from a stored record, the browser's signals and the time. Pure and total: whatever it is not
 * sure of is denied, and unanswered is not the same as denied (`pending` names it).
 */
export function decide(rules: Rules, record: ConsentRecord | null, signals: Signals, now: number): Decision {
  const policy = policyState(rules.policies, now)
  const missing = whyNot(rules, record, now)
  const choices = !missing && record ? record.choices : {}
  const granted = (id: string) => !rules.silent && choices[id] === 'granted'

  const state: Record<string, ConsentStatus> = {}
  // A refused id may be one that is taken: its owner's status is the later one.
  for (const id of rules.refused) state[id] = 'denied'
  state.necessary = 'granted'
  for (const { id } of rules.categories) {
    const units = rules.units.filter((unit) => unit.category === id)
    state[id] = units.length && units.every((unit) => granted(unit.id)) ? 'granted' : 'denied'
  }
  for (const { id } of rules.units) state[id] = granted(id) ? 'granted' : 'denied'

  const pending = rules.silent ? [] : rules.units.map(({ id }) => id).filter((id) => !choices[id])
  const signal = signals.gpc && rules.gpc === 'deny'
  const news = policy.upcoming && policy.upcoming.version !== record?.seen
  return {
    state,
    pending,
    answered: !pending.length,
    reason: rules.silent ? 'config' : missing ? (signal ? 'signal' : missing) : 'choice',
    policy,
    notice: !rules.silent && (pending.length ? !signal : !!record && !!news),
  }
}

/** Why a record does not count, or undefined when it does. A time in the future has not expired: clocks change. */
function whyNot(rules: Rules, record: ConsentRecord | null, now: number): Reason | undefined {
  if (!record) return 'unanswered'
  if (now - record.time > rules.days * DAY) return 'expired'
  if (!policyHolds(rules.policies, record.policy, now)) return 'policy'
  return undefined
}
