import type { ChoiceSource, ConsentRecord, ConsentStatus } from '../types/record.js'
import type { Rules } from '../types/settings.js'
import type { Snapshot } from '../types/snapshot.js'
import { choiceFor } from './choiceFor.js'

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
  for (const unit of rules.units) {
    const choice = choiceFor(unit, choices)
    if (choice !== undefined) answers[unit.id] = choice ? 'granted' : 'denied'
    else if (!snapshot.pending.includes(unit.id)) answers[unit.id] = snapshot.state[unit.id] ?? 'denied'
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
