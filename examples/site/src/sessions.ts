import { randomBytes } from 'node:crypto'

/** Who writes the cookie: the server (HttpOnly, recommended), or the page's script. */
export type SessionMode = 'server' | 'script'

export interface SiteSession {
  readonly user: string
  readonly mode: SessionMode
  readonly started: number
  lastSeen: number
}

export interface Sessions {
  start(user: string, mode: SessionMode): string
  /** Counts as activity. */
  find(token: string | undefined): SiteSession | null
  end(token: string | undefined): void
}

const MOST_KEPT = 1_000

/**
 * Sessions in memory, ended after `idleMs` without a request. The cookie alone cannot promise that: browsers
 * that restore their tabs keep session cookies.
 */
export function createSessions(idleMs: number, now: () => number = Date.now): Sessions {
  /** In the order of their last requests. */
  const byToken = new Map<string, SiteSession>()
  const isIdle = (session: SiteSession) => now() - session.lastSeen > idleMs

  function makeRoom() {
    const [longestAway] = byToken.keys()
    if (byToken.size >= MOST_KEPT && longestAway !== undefined) byToken.delete(longestAway)
  }

  return {
    start(user, mode) {
      makeRoom()
      const token = randomBytes(24).toString('base64url')
      byToken.set(token, { user, mode, started: now(), lastSeen: now() })
      return token
    },
    find(token) {
      const session = token === undefined ? undefined : byToken.get(token)
      if (token === undefined || !session) return null
      byToken.delete(token)
      if (isIdle(session)) return null
      session.lastSeen = now()
      byToken.set(token, session)
      return session
    },
    end(token) {
      if (token !== undefined) byToken.delete(token)
    },
  }
}
