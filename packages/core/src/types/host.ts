import type { Consent } from './consent.js'
import type { ConsentEnv } from './env.js'

/** What a lazily loaded part of core is started with. */
export interface Host {
  readonly env: ConsentEnv
  readonly consent: Consent
  tellSession(event: { readonly type: 'ended' | 'idle-ended' }): void
}
