import type { Consent } from './consent.js'
import type { ConsentEnv } from './env.js'
import type { Issue } from './issue.js'
import type { ConsentRecord } from './record.js'

/** What a lazily loaded part of core is started with. */
export interface Host {
  readonly env: ConsentEnv
  readonly consent: Consent
  /** Ends the session as its idle limit does. */
  endIdleSession(): void
}

/** The parts of core that a returning visitor of most pages does not need, each loaded on demand. */
export interface CoreChunks {
  gates(): Promise<{ startGates(host: Host): () => void }>
  sessionGuard(): Promise<{ guardSession(host: Host): () => void }>
  receipts(): Promise<{ startReceipts(host: Host): (record: ConsentRecord) => void }>
  issueTexts(): Promise<{ describeIssue(issue: Issue): string }>
}
