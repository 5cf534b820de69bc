import type { ChoiceSource, ConsentRecord, ConsentStatus } from '../types/record.js'
import type { Rules } from '../types/settings.js'
import type { Snapshot } from '../types/snapshot.js'

/** What only the composition root knows about a choice. */
export interface ChoiceStamp {
  readonly id: string
  readonly rev: number
  readonly time: number
  readonly source: ChoiceSource
}

/**
 * The record that a choice makes: new answers over the ones in force. `choices` takes category and service
 * ids; a category's answer goes to all of its services, a service's own answer is the stronger.
 */
export function nextRecord(
  rules: Rules,
  snapshot: Snapshot,
  choices: Readonly<Record<string, boolean>>,
  { id, rev, time, source }: ChoiceStamp,
): ConsentRecord {
  const answers: Record<string, ConsentStatus> = {}
  for (const { id: unit, category } of rules.units) {
    const choice = [choices[unit], choices[category]].find((answer) => typeof answer === 'boolean')
    if (choice !== undefined) answers[unit] = choice ? 'granted' : 'denied'
    else if (!snapshot.pending.includes(unit)) answers[unit] = snapshot.state[unit] ?? 'denied'
  }
  const seen = snapshot.record?.seen
  // In the order in which it is read again, so that reading it changes nothing.
  return {
    id,
    policy: snapshot.policy.current.version,
    rev: Math.min(rev, Number.MAX_SAFE_INTEGER),
    time,
    source,
    choices: answers,
    ...(seen && { seen }),
  }
}
