import type { Issue } from './issue.js'
import type { ChoiceSource, ConsentStatus } from './record.js'
import type { Session } from './session.js'
import type { Settings } from './settings.js'
import type { Snapshot } from './snapshot.js'

/** What became of the declared cookies: names of cookies. */
export interface SweepReport {
  readonly deleted: readonly string[]
  /** Still there after deletion. */
  readonly left: readonly string[]
  /** Declared HttpOnly: scripts cannot see or delete them. */
  readonly unreadable: readonly string[]
}

export interface ChoiceResult {
  /** False when the choice could not be stored. A denial then still holds for the page. */
  readonly ok: boolean
  readonly reason?: 'not-stored' | 'destroyed'
  readonly snapshot: Snapshot
  readonly done: Promise<SweepReport>
}

/** One choice of the past, as the visitor can read it. */
export interface HistoryEntry {
  readonly time: number
  readonly policy: string
  readonly source: ChoiceSource
  readonly choices: Readonly<Record<string, ConsentStatus>>
}

/** Everything the SDK keeps about a visitor. */
export interface ExportedData {
  readonly format: 1
  readonly exported: string
  readonly record: Snapshot['record']
  readonly history: readonly HistoryEntry[]
  /** Receipts that wait to be sent. */
  readonly receipts: readonly unknown[]
  /** Where an idle limit is set: when there was a sign of life last, in milliseconds since 1970. */
  readonly lastActivity: number | null
  /** Declared cookies that are present now, by name. No values. */
  readonly cookies: readonly string[]
  readonly unreadable: readonly string[]
  readonly session: { readonly cookie: string; readonly present: boolean | 'unknown' } | null
}

export type Listener = (snapshot: Snapshot, previous: Snapshot) => void

export interface Consent {
  /** The snapshot: frozen, the same object until something changes. */
  get(): Snapshot
  /** Calls on change only, a task later, so that a click paints first. Returns the unsubscribe. */
  subscribe(listener: Listener): () => void
  /** Whether a category or service is granted now. Unknown ids are not. */
  allows(id: string): boolean
  acceptAll(source?: ChoiceSource): ChoiceResult
  rejectAll(source?: ChoiceSource): ChoiceResult
  /** Category or service ids; what is not named keeps its answer. */
  save(choices: Readonly<Record<string, boolean>>, source?: ChoiceSource): ChoiceResult
  /** Stores denied, for one category or service or for all. */
  withdraw(id?: string, source?: ChoiceSource): ChoiceResult
  /** Resolves false when the interface could not load. */
  showPreferences(): Promise<boolean>
  showNotice(): Promise<boolean>
  /** For this page. */
  hide(): void
  /** Remembers that the advance notice of a policy version was dismissed. */
  dismissNotice(): void
  exportData(): ExportedData
  /** Forgets the answer, the history and the receipts. The session lives on. */
  erase(): ChoiceResult
  /** Changes the language of the interface. */
  setLanguage(lang: string): void
  track(name: string, params?: Readonly<Record<string, unknown>>): void
  pageView(params?: Readonly<Record<string, unknown>>): void
  readonly session: Session
  /** Replays earlier issues. Returns the unsubscribe. */
  onIssue(listener: (issue: Issue) => void): () => void
  /** Forgets the answer and asks again, at once. */
  reset(): void
  destroy(): void

  // For interfaces built on it.
  /** The configuration with defaults filled in. */
  readonly settings: Settings
  /** Like `subscribe`, in the same task: for what draws the state. */
  watch(listener: Listener): () => void
  /** The language asked for with `setLanguage` or `ui.lang`; empty when none was. */
  readonly lang: string
  onLanguage(listener: (lang: string) => void): () => void
  /** Connects what draws prompts; it is loaded when `snapshot.ui` first needs it. Returns the disconnect. */
  connectPrompt(load: LoadPrompt): () => void
  /** Calls when the sweep that follows a denial has finished. Returns the unsubscribe. */
  onWithdrawn(listener: (report: SweepReport) => void): () => void
  /** The services, or categories, whose gated scripts ran in this document: what those started stays until the next page. */
  readonly ran: Set<string>
  /** Calls now and whenever the page changes, until `look` gives something true. Returns the stop. */
  watchPage(look: () => unknown): () => void
  /** Reports an issue of an interface. */
  report(code: string, path: string, value?: unknown): void
}

/** Loads an interface. `settled` gives false when a part of it that was asked for could not be loaded. */
export type LoadPrompt = () => Promise<{ settled(): Promise<boolean | undefined> | undefined } | undefined>
