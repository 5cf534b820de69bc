import type { Listeners } from '../listeners.js'
import { cookieValues } from '../rules/cookieHeader.js'
import { removeEverywhere } from '../sweep/removeEverywhere.js'
import type { SessionConfig } from '../types/config.js'
import type { ConsentEnv } from '../types/env.js'
import type { Session, SessionFailure, SessionResult } from '../types/session.js'

export interface SessionCookie {
  readonly session: Session
  /** For what ends it. */
  tell(event: { readonly type: 'ended' | 'idle-ended' }): void
}

/** The site's auth cookie (P5): session-only whatever happens, and nobody's to sweep. */
export function sessionCookie(
  env: ConsentEnv,
  config: SessionConfig | null,
  end: () => Promise<SessionResult>,
  { on, tell }: Listeners,
): SessionCookie {
  const { cookie, domain, path = '/', sameSite = 'Lax', httpOnly, signedIn } = config ?? { cookie: '' }
  const read = () => cookieValues(env.readCookies(), cookie)[0] ?? null
  let known = signedIn

  const refusal = (token: string): SessionFailure | undefined => {
    const secure = env.win.location.protocol === 'https:'
    if (!cookie) return 'no-session'
    if (httpOnly) return 'http-only'
    if (!token) return 'empty'
    // What a cookie cannot hold as it is: control characters, `;`, other than ASCII, outer spaces.
    if (!/^[!-:<-~]([ -:<-~]*[!-:<-~])?$/.test(token)) return 'invalid'
    // https://httpwg.org/specs/rfc6265.html#limits
    if (cookie.length + token.length > 4096) return 'too-large'
    if (!secure && (/^__(host|secure)-/i.test(cookie) || sameSite === 'None')) return 'insecure'
    removeEverywhere(env, cookie, path)
    env.writeCookie(cookie, token, { path, sameSite, secure, ...(domain && { domain }) })
    return read() === `${token}` ? undefined : 'cookies-blocked'
  }

  return {
    session: {
      start(token) {
        const reason = refusal(token)
        tell('session', reason ? { type: 'refused', reason } : { type: 'started' })
        return reason ? { ok: false, reason } : { ok: true }
      },
      get token() {
        return httpOnly ? null : read()
      },
      get status() {
        if (httpOnly && known === undefined) return 'unknown'
        return (httpOnly ? known : read() !== null) ? 'active' : 'none'
      },
      end,
      subscribe: on('session'),
    },
    tell(event) {
      known = false
      tell('session', event)
    },
  }
}
