import type { ConsentEnv } from './env.js'
import type { IssueTexts, ReportIssue } from './issue.js'

/** What a service is doing, whatever the visitor answered. `blocked`: it was allowed, and could not start. */
export type ServiceStatus = 'idle' | 'loading' | 'running' | 'stopped' | 'blocked'

/** A cookie or storage key, by exact name or by a prefix with one trailing `*`. */
export interface CookieDeclaration {
  readonly name: string
  readonly purpose?: string
  /** In words, for the disclosure: `"2 years"`. */
  readonly retention?: string
  /** Scripts cannot read or delete it; it is named to the visitor instead. */
  readonly httpOnly?: boolean
  /** A path besides `/` on which it may have been set. */
  readonly path?: string
}

/** What a disclosure tells about a service. All of it is data. */
export interface ServiceDisclosure {
  readonly name?: string
  readonly purpose?: string
  readonly recipient?: string
  readonly country?: string
  readonly items?: string
  readonly retention?: string
  /** The recipient's own privacy policy. */
  readonly policyUrl?: string
  /** Where the recipient lets people opt out. */
  readonly optOutUrl?: string
}

/** What core hands a service when it is granted or denied. */
export interface ServiceContext {
  readonly env: ConsentEnv
  /** The consent types (Google's words) of every category that is granted now. */
  readonly consentTypes: readonly string[]
  /** How far the consent reaches: `host`, or the domain that shares the record. */
  readonly recordDomain: string
  /** False while there is no answer, at the start of a page or after `reset()`: what a page queues may be held. */
  readonly answered: boolean
  status(status: ServiceStatus, reason?: string): void
  readonly issue: ReportIssue
}

/** The issue that an unusable option becomes: its code, where it stands, and what stands there. */
export type Mistake = readonly [code: string, path: string, value: unknown]

/** A service's own part of what a developer is told. The functions load; no visitor waits for them. */
export interface ServiceAdvice {
  /** As they were written. */
  readonly options: unknown
  /** Brings what reports everything odd in the options that only falls back to a default. */
  inspect(): Promise<{ inspectOptions(options: unknown, report: ReportIssue): void }>
  /** Brings the words of the issues that the service reports, for the debug mode. */
  words(): Promise<{ readonly issueTexts: IssueTexts }>
}

/** The one seam for everything that runs on consent. A service that throws stops neither the others nor the record. */
export interface Service extends ServiceDisclosure {
  readonly id: string
  readonly category: string
  readonly cookies?: readonly CookieDeclaration[]
  /** What makes its own options unusable: it stays denied and is not asked for. */
  readonly mistake?: Mistake
  /** What a developer wants to know of it, loaded where one may look. */
  readonly advice?: ServiceAdvice
  /** Called when the service becomes granted, again when the granted consent types change, or to retry when blocked. */
  grant?(context: ServiceContext): void
  /**
   * Called at start when it is not granted, when it is withdrawn, and again while denied when `answered` changes.
   * Core sweeps `cookies` afterwards.
   */
  deny?(context: ServiceContext): void
  track?(name: string, params?: Readonly<Record<string, unknown>>): void
  pageView?(params?: Readonly<Record<string, unknown>>): void
  /** Called once by `Consent.destroy()`. */
  destroy?(): void
}
