import type { ConsentRecord } from '../types/record.js'
import type { ServiceStatus } from '../types/service.js'
import type { Rules } from '../types/settings.js'
import type { Snapshot, Ui } from '../types/snapshot.js'
import { decide, type Signals } from './decision.js'
import { withoutGrants } from './withoutGrants.js'

/** A record was read, written, lost or has aged: decide again. */
export interface RecordAction {
  readonly type: 'record'
  readonly record: ConsentRecord | null
  /** Whether it is in storage, as read back. */
  readonly stored: boolean
  readonly signals: Signals
  readonly now: number
  /** `ask`: a notice may open. `quiet`: it may only close. `answer`: this visitor just clicked. */
  readonly prompt: 'ask' | 'quiet' | 'answer'
}

export type Action =
  | RecordAction
  | { readonly type: 'ui'; readonly ui: Ui }
  | { readonly type: 'service'; readonly id: string; readonly status: ServiceStatus }

/** The next snapshot. Pure and total; gives the same object back when nothing changes. */
export function reduceConsent(rules: Rules, snapshot: Snapshot, action: Action): Snapshot {
  const next = { ...snapshot, ...change(rules, snapshot, action) }
  return JSON.stringify(next) === JSON.stringify(snapshot) ? snapshot : next
}

function change(rules: Rules, snapshot: Snapshot, action: Action): Partial<Snapshot> {
  if (action.type === 'ui') return { ui: rules.silent ? 'none' : action.ui }
  if (action.type === 'service') return { services: { ...snapshot.services, [action.id]: action.status } }

  const { record, stored, signals, now, prompt } = action
  // A yes without proof does not take effect; a no does (P8).
  const unproven = record && !stored
  const { notice, ...decision } = decide(rules, unproven ? withoutGrants(record) : record, signals, now)
  const withdrawn = Object.entries(snapshot.state).some(
    ([id, status]) => status === 'granted' && decision.state[id] === 'denied',
  )
  const { ui } = snapshot
  // Preferences stay open under another tab's answer; what was clicked stays to tell what became of it (P17).
  const stays = prompt === 'answer' ? unproven || withdrawn : true
  // What is read again and is the same closes nothing: it was opened by hand.
  const same =
    prompt !== 'answer' &&
    record?.rev === snapshot.record?.rev &&
    decision.policy.current === snapshot.policy.current
  // One that tells of something else does not turn into the question where nothing is asked.
  const mayAsk = !snapshot.answered || decision.answered || prompt === 'ask'
  const asks = ui === 'notice' ? same || (notice && mayAsk) : notice && prompt === 'ask'
  return {
    ...decision,
    ...(unproven && { reason: 'not-stored' }),
    record: stored ? record : null,
    persisted: stored && decision.reason === 'choice',
    ui: stays && (ui === 'preferences' || prompt === 'answer') ? ui : asks ? 'notice' : 'none',
  }
}
