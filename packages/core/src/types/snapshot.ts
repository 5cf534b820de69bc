import type { ConsentRecord, ConsentStatus } from './record.js'
import type { ServiceStatus } from './service.js'

/** A policy document with its moments, in milliseconds since 1970 UTC. */
export interface Policy {
  readonly version: string
  /** From when it holds. */
  readonly effective: number
  /** When the advance notice starts; equal to `effective` where none was announced. */
  readonly announced: number
  /** Where it can be read; empty where nobody said. */
  readonly url: string
  /** What changes; empty where nobody said. */
  readonly summary: string
  /** Whether answers given under an earlier version end when this one takes effect. */
  readonly askAgain: boolean
}

/** Which versions of the policy hold at an instant. */
export interface PolicyState {
  /** In force. */
  readonly current: Policy
  /** Announced and not yet in force. */
  readonly upcoming: Policy | null
  /** Newest first. */
  readonly previous: readonly Policy[]
}

/** Why the state is what it is. */
export type Reason =
  | 'server' // a server, or a prerendered page that nobody has seen
  | 'unanswered'
  | 'choice' // a record that holds
  | 'signal' // no record that holds, and the browser's signal says no
  | 'expired'
  | 'policy' // a version took effect that ends earlier answers
  | 'not-stored'
  | 'config' // a minor, or a configuration that could not be used

/** What of the interface is open. */
export type Ui = 'none' | 'notice' | 'preferences'

/** What follows from a record, the rules, the browser's signals and the time. */
export interface Decision {
  /** Every category and every service, by id. */
  readonly state: Readonly<Record<string, ConsentStatus>>
  /** What the visitor has not answered, by service id (or category id, where it has no services). */
  readonly pending: readonly string[]
  /** Whether nothing is pending. */
  readonly answered: boolean
  readonly reason: Reason
  readonly policy: PolicyState
  /** Whether the visitor should be asked, or told of an announced policy, without opening anything. */
  readonly notice: boolean
}

/** The only truth. Frozen; the same object until something changes. */
export interface Snapshot {
  /** Every category and every service, by id. */
  readonly state: Readonly<Record<string, ConsentStatus>>
  /** What the visitor has not answered, by service id (or category id, where it has no services). */
  readonly pending: readonly string[]
  /** Whether nothing is pending. */
  readonly answered: boolean
  readonly reason: Reason
  /** What is stored, also where it holds no more; null where nothing is. */
  readonly record: ConsentRecord | null
  readonly ui: Ui
  /** Whether a stored record backs the present state. */
  readonly persisted: boolean
  readonly policy: PolicyState
  /** What each service is doing, by id. */
  readonly services: Readonly<Record<string, ServiceStatus>>
}
