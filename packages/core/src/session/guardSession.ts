import type { Host } from '../types/host.js'
import { idleLimit } from './idleLimit.js'
import { rewriteSession } from './rewriteSession.js'

/** What backs the promise that the session ends: the idle limit, and rewriting what is persistent. */
export function guardSession(host: Host): () => void {
  const { session } = host.consent.settings
  if (session?.rewrite && !session.httpOnly) rewriteSession(host, session)
  const limit = Number(session?.idleMinutes) * 60_000
  return limit > 0 ? idleLimit(host, limit) : () => {}
}
