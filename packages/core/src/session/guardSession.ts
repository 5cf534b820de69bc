import type { Host } from '../types/host.js'
import { idleLimit } from './idleLimit.js'
import { rewriteSession } from './rewriteSession.js'

/** What backs the promise that the session ends: the idle limit, and rewriting what is persistent. */
export function guardSession(host: Host): () => void {
  const { session } = host.consent.settings
  if (session?.rewrite && !session.httpOnly) rewriteSession(host, session)
  return session?.idleMinutes ? idleLimit(host, session.idleMinutes * 60_000) : () => {}
}
