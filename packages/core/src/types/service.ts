import type { ConsentEnv } from './env.js'
import type { IssueTexts, ReportIssue } from './issue.js'

/** What a service is doing, whatever the visitor answered. `blocked`: it was allowed, and could not start. */
export type ServiceStatus = 'idle' | 'loading' | 'running' | 'stopped' | 'blocked'

/** A cookie or storage key, by exact name or by a prefix with one trailing `*`. */
export interface CookieDeclaration {
  readonly name: string
  /** What it is for, in words. */
  readonly purpose?: string
  /** How long it stays, in words, for the disclosure: `"2 years"`. */
  readonly retention?: string
  /** Scripts cannot read or delete it; it is named to the visitor instead. */
  readonly httpOnly?: boolean
  /** A path besides `/` on which it may have been set. */
  readonly path?: string
}

/** What a disclosure tells about a service. All of it is data. */
export interface ServiceDisclosure {
  /** What visitors read. Default: its id. */
  readonly name?: string
  /** What for. */
  readonly purpose?: string
  /** Who gets the data. */
  readonly recipient?: string
  /** Where they are kept. */
  readonly country?: string
  /** What is collected. */
  readonly items?: string
  /** For how long, in words. */
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
  /** False while there is no answer to this service, at the start of a page or after `reset()`: what a page queues may be held. */
  readonly answered: boolean
  /** Says what the service is doing now. A reason is told to the developer (CG302). */
  status(status: ServiceStatus, reason?: string): void
  /** Reports an issue; its words are in `ServiceAdvice.words`. */
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
  /** For the debug mode: the words of the issues that the service reports, and which options nothing reads (CG106). */
  words(): Promise<{
    readonly issueTexts: IssueTexts
    unreadOptions?(options: unknown): readonly (readonly [path: string, value: unknown])[]
  }>
}

/** The one seam for everything that runs on consent. A service that throws stops neither the others nor the record. */
export interface Service extends ServiceDisclosure {
  /** `[A-Za-z0-9_-]{1,40}`; no category or other service has it. */
  readonly id: string
  /** The category that it is asked for with, never `necessary`. */
  readonly category: string
  /** What it can leave in the browser: swept whenever it is not granted. */
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
  /** An event of the page's code, whatever was answered: to send it or not is the service's affair. */
  track?(name: string, params?: Readonly<Record<string, unknown>>): void
  /** A page, in the same way. */
  pageView?(params?: Readonly<Record<string, unknown>>): void
  /** Called once by `Consent.destroy()`. */
  destroy?(): void
}
