import type { ConsentRecord, ConsentStatus } from './record.js'
import type { ServiceStatus } from './service.js'

/** A policy document with its moments, in milliseconds since 1970 UTC. */
export interface Policy {
  readonly version: string
  readonly effective: number
  /** When the advance notice starts; equal to `effective` where none was announced. */
  readonly announced: number
  readonly url: string
  readonly summary: string
  /** Whether answers given under an earlier version end when this one takes effect. */
  readonly askAgain: boolean
}

export interface PolicyState {
  readonly current: Policy
  /** Announced and not yet in force. */
  readonly upcoming: Policy | null
  /** Newest first. */
  readonly previous: readonly Policy[]
}

/** Why the state is what it is. */
export type Reason =
  | 'server'
  | 'unanswered'
  | 'choice'
  | 'signal'
  | 'expired'
  | 'policy'
  | 'not-stored'
  | 'config'

export type Ui = 'none' | 'notice' | 'preferences'

/** What follows from a record, the rules, the browser's signals and the time. */
export interface Decision {
  /** Every category and every service, by id. */
  readonly state: Readonly<Record<string, ConsentStatus>>
  /** What the visitor has not answered, by service id (or category id, where it has no services). */
  readonly pending: readonly string[]
  readonly answered: boolean
  readonly reason: Reason
  readonly policy: PolicyState
  /** Whether the visitor should be asked, or told of an announced policy, without opening anything. */
  readonly notice: boolean
}

/** The only truth. Frozen; the same object until something changes. */
export interface Snapshot {
  readonly state: Readonly<Record<string, ConsentStatus>>
  readonly pending: readonly string[]
  readonly answered: boolean
  readonly reason: Reason
  readonly record: ConsentRecord | null
  readonly ui: Ui
  /** Whether a stored record backs the present state. */
  readonly persisted: boolean
  readonly policy: PolicyState
  readonly services: Readonly<Record<string, ServiceStatus>>
}
