/** Something a developer should know. Nothing is ever thrown at a visitor. */
export interface Issue {
  /** Stable, `CG` and three digits. */
  readonly code: string
  /** Where in the configuration or the page: `policies[0].effective`. */
  readonly path: string
  /** The offending value, as found. */
  readonly value: unknown
  /** The page that explains cause and cure. */
  readonly url: string
  /** The words, where the debug texts are loaded. */
  readonly message?: string
}

/** Reports an issue: its code, where it is, and the offending value. */
export type ReportIssue = (code: string, path: string, value?: unknown) => void

/** Per code: what was wrong, and what to write instead. */
export type IssueTexts = Readonly<Record<string, readonly [wrong: string, instead: string]>>
