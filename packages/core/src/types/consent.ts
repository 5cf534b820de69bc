import type { Issue } from './issue.js'
import type { ChoiceSource, ConsentStatus } from './record.js'
import type { Session } from './session.js'
import type { Settings } from './settings.js'
import type { Snapshot } from './snapshot.js'

/** What became of the declared cookies: names of cookies. */
export interface SweepReport {
  /** No longer there when looked for. */
  readonly deleted: readonly string[]
  /** Still there after deletion. */
  readonly left: readonly string[]
  /** Declared HttpOnly: scripts cannot see or delete them. */
  readonly unreadable: readonly string[]
}

/** What became of a choice, given back at once. */
export interface ChoiceResult {
  /** False when the choice could not be stored, or named nothing to answer. A denial then still holds for the page. */
  readonly ok: boolean
  /** Why not, where `ok` is false. */
  readonly reason?: 'not-stored' | 'destroyed'
  /** The snapshot after it. */
  readonly snapshot: Snapshot
  /** What became of the declared cookies. */
  readonly done: Promise<SweepReport>
}

/** One choice of the past, as the visitor can read it. */
export interface HistoryEntry {
  /** Milliseconds since 1970 UTC. */
  readonly time: number
  /** The policy version it was given under. */
  readonly policy: string
  readonly source: ChoiceSource
  readonly choices: Readonly<Record<string, ConsentStatus>>
}

/** Everything the SDK keeps about a visitor. */
export interface ExportedData {
  readonly format: 1
  /** When, ISO 8601 in UTC. */
  readonly exported: string
  readonly record: Snapshot['record']
  /** The choices of the last 92 days, oldest first, at most 50. */
  readonly history: readonly HistoryEntry[]
  /** Receipts that wait to be sent. */
  readonly receipts: readonly unknown[]
  /** Where an idle limit is set: when there was a sign of life last, in milliseconds since 1970. */
  readonly lastActivity: number | null
  /** Declared cookies that are present now, by name. No values. */
  readonly cookies: readonly string[]
  /** Declared HttpOnly cookies, which scripts cannot see, by name. */
  readonly unreadable: readonly string[]
  /** Whether the log-in cookie is there; never its token. */
  readonly session: { readonly cookie: string; readonly present: boolean | 'unknown' } | null
}

/** Told of a change: the snapshot of now, and the one before. */
export type Listener = (snapshot: Snapshot, previous: Snapshot) => void

/** What `createConsent` gives, and `window.ConsentGate`. `source` says which piece of an interface a choice came from. */
export interface Consent {
  /** The snapshot: frozen, the same object until something changes. */
  get(): Snapshot
  /** Calls on change only, a task later, so that a click paints first. Returns the unsubscribe. */
  subscribe(listener: Listener): () => void
  /** Whether a category or service is granted now. Unknown ids are not. */
  allows(id: string): boolean
  /** Grants everything; with the source `notice` only what is pending, if something is: a notice asks for that. */
  acceptAll(source?: ChoiceSource): ChoiceResult
  /** Denies everything, in the same way. */
  rejectAll(source?: ChoiceSource): ChoiceResult
  /** Category or service ids; what is not named keeps its answer. */
  save(choices: Readonly<Record<string, boolean>>, source?: ChoiceSource): ChoiceResult
  /** Stores denied, for one category or service or for all. */
  withdraw(id?: string, source?: ChoiceSource): ChoiceResult
  /** Opens the preferences. Resolves false when the interface could not load. */
  showPreferences(): Promise<boolean>
  /** Opens the notice, in the same way. */
  showNotice(): Promise<boolean>
  /** Closes either, for this page. */
  hide(): void
  /** Remembers that the advance notice of a policy version was dismissed. */
  dismissNotice(): void
  /** Everything that is kept about this visitor. */
  exportData(): ExportedData
  /** Forgets the answer, the history and unsent receipts, and asks on the next page. The session lives on. */
  erase(): ChoiceResult
  /** Changes the language of the interface. */
  setLanguage(lang: string): void
  /** An event, for every service that takes events; what becomes of it before a yes is the service's affair. */
  track(name: string, params?: Readonly<Record<string, unknown>>): void
  /** A page, in the same way. */
  pageView(params?: Readonly<Record<string, unknown>>): void
  readonly session: Session
  /** Mistakes in configuration and page, earlier ones first. Returns the unsubscribe. */
  onIssue(listener: (issue: Issue) => void): () => void
  /** Forgets the answer and asks again, at once. */
  reset(): void
  /** Takes away all that was added to the page. Where Google's tag runs without consent, it stays off. */
  destroy(): void

  // For interfaces built on it.
  /** The configuration with defaults filled in. */
  readonly settings: Settings
  /** Like `subscribe`, in the same task: for what draws the state. */
  watch(listener: Listener): () => void
  /** The language asked for with `setLanguage` or `ui.lang`; empty when none was. */
  readonly lang: string
  /** Calls when the language changes. Returns the unsubscribe. */
  onLanguage(listener: (lang: string) => void): () => void
  /** Connects what draws prompts; it is loaded when `snapshot.ui` first needs it. Returns the disconnect. */
  connectPrompt(load: LoadPrompt): () => void
  /**
   * Calls after a withdrawal, with what became of the cookies, and what it was said through where that was told in this
   * page. Returns the unsubscribe.
   */
  onWithdrawn(listener: (report: SweepReport, by?: ChoiceSource) => void): () => void
  /** The services, or categories, whose gated scripts ran in this document: what those started stays until the next page. */
  readonly ran: Set<string>
  /** Calls now and whenever the page changes, until `look` gives something true. Returns the stop. */
  watchPage(look: () => unknown): () => void
  /** Reports an issue of an interface. */
  report(code: string, path: string, value?: unknown): void
}

/** Loads an interface. `settled` gives false when a part of it that was asked for could not be loaded. */
export type LoadPrompt = () => Promise<{ settled(): Promise<boolean | undefined> | undefined } | undefined>
