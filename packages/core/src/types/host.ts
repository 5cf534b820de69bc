import type { Consent } from './consent.js'
import type { ConsentEnv } from './env.js'
import type { SessionEvent } from './session.js'

/** What a lazily loaded part of core is started with. */
export interface Host {
  readonly env: ConsentEnv
  readonly consent: Consent
  tellSession(event: SessionEvent): void
}
