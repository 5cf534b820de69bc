import type { ConsentRecord, ConsentStatus } from '../types/record.js'
import type { ServiceStatus } from '../types/service.js'
import type { Rules } from '../types/settings.js'
import type { Snapshot, Ui } from '../types/snapshot.js'
import { decide, type Signals } from './decision.js'
import { withoutGrants } from './withoutGrants.js'

export type Action =
  /** A record was read, written, lost or has aged: decide again. */
  | {
      readonly type: 'record'
      readonly record: ConsentRecord | null
      /** Whether it is in storage, as read back. */
      readonly stored: boolean
      readonly signals: Signals
      readonly now: number
      /** `ask`: a notice may open. `quiet`: it may only close. `answer`: this visitor just clicked. */
      readonly prompt: 'ask' | 'quiet' | 'answer'
    }
  | { readonly type: 'ui'; readonly ui: Ui }
  | { readonly type: 'service'; readonly id: string; readonly status: ServiceStatus }

/** The next snapshot. Pure and total; gives the same object back when nothing changes. */
export function reduceConsent(rules: Rules, snapshot: Snapshot, action: Action): Snapshot {
  switch (action.type) {
    case 'ui':
      return action.ui === snapshot.ui ? snapshot : { ...snapshot, ui: action.ui }
    case 'service':
      return action.status === snapshot.services[action.id]
        ? snapshot
        : { ...snapshot, services: { ...snapshot.services, [action.id]: action.status } }
    case 'record':
      return afterRecord(rules, snapshot, action)
  }
}

function afterRecord(rules: Rules, snapshot: Snapshot, action: Action & { type: 'record' }): Snapshot {
  const { stored, signals, now } = action
  // A yes without proof does not take effect; a no does (P8).
  const record = action.record && !stored ? withoutGrants(action.record) : action.record
  const { notice, ...decision } = decide(rules, record, signals, now)
  const unproven = record && !stored
  const next: Snapshot = {
    ...decision,
    reason: unproven ? 'not-stored' : decision.reason,
    record: stored ? record : null,
    ui: nextUi(snapshot, decision.state, action.prompt, notice, !!unproven),
    persisted: stored && decision.reason === 'choice',
    services: snapshot.services,
  }
  return same(next, snapshot) ? snapshot : next
}

function nextUi(
  before: Snapshot,
  state: Readonly<Record<string, ConsentStatus>>,
  prompt: (Action & { type: 'record' })['prompt'],
  notice: boolean,
  unproven: boolean,
): Ui {
  if (prompt !== 'answer') {
    if (before.ui === 'preferences') return 'preferences'
    return notice && (prompt === 'ask' || before.ui === 'notice') ? 'notice' : 'none'
  }
  // What was clicked stays open to tell what became of it (P17).
  const withdrawn = Object.keys(state).some((id) => before.state[id] === 'granted' && state[id] === 'denied')
  if (unproven || (withdrawn && before.ui === 'preferences')) return before.ui
  return notice && before.ui === 'notice' ? 'notice' : 'none'
}

function same(one: Snapshot, other: Snapshot): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
