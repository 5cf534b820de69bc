import { cookieValues } from '../rules/cookieHeader.js'
import { removeEverywhere } from '../sweep/removeEverywhere.js'
import type { SessionConfig } from '../types/config.js'
import type { ConsentEnv } from '../types/env.js'
import type { Session, SessionEvent, SessionFailure, SessionResult } from '../types/session.js'

/** A browser keeps at most 4096 octets of name and value. https://httpwg.org/specs/rfc6265.html#limits */
const LONGEST = 4096

export interface SessionCookie {
  readonly session: Session
  /** Ends it, and tells listeners why. */
  end(type: 'ended' | 'idle-ended'): Promise<SessionResult>
}

/** The site's auth cookie (P5): session-only whatever happens, and nobody's to sweep. */
export function sessionCookie(env: ConsentEnv, config: SessionConfig | null): SessionCookie {
  const listeners = new Set<(event: SessionEvent) => void>()
  const { location } = env.win
  const secure = location.protocol === 'https:'
  const token = () => (config && cookieValues(env.readCookies(), config.cookie)[0]) ?? null
  let ended = false

  const emit = (event: SessionEvent) => {
    for (const listener of listeners) env.later(() => listener(event))
  }
  const refuse = (reason: SessionFailure): SessionResult => {
    emit({ type: 'refused', reason })
    return { ok: false, reason }
  }

  const end: SessionCookie['end'] = async (type) => {
    if (!config) return { ok: false, reason: 'no-session' }
    const { cookie, path, httpOnly, logoutUrl } = config
    if (httpOnly && !logoutUrl) return { ok: false, reason: 'http-only' }
    const told = logoutUrl ? await logOut(env.win, logoutUrl) : true
    const gone = removeEverywhere(env, cookie, path)
    if (!told || !gone) return { ok: false, reason: 'not-ended' }
    ended = !!httpOnly
    emit({ type })
    return { ok: true }
  }

  const session: Session = {
    start(value) {
      const reason = whyRefused(config, value, secure)
      if (reason || !config) return refuse(reason ?? 'no-session')
      const { cookie, path = '/', sameSite = 'Lax', domain } = config
      removeEverywhere(env, cookie, path)
      env.writeCookie(cookie, value, { path, sameSite, secure, ...(domain && { domain }) })
      if (token() !== value) return refuse('cookies-blocked')
      ended = false
      emit({ type: 'started' })
      return { ok: true }
    },
    get token() {
      return config?.httpOnly ? null : token()
    },
    get status() {
      if (!config || ended) return 'none'
      if (!config.httpOnly) return token() === null ? 'none' : 'active'
      if (config.signedIn === undefined) return 'unknown'
      return config.signedIn ? 'active' : 'none'
    },
    end: () => end('ended'),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return { session, end }
}

function whyRefused(config: SessionConfig | null, value: string, secure: boolean): SessionFailure | null {
  if (!config) return 'no-session'
  const { cookie, httpOnly, sameSite } = config
  if (httpOnly) return 'http-only'
  if (!value) return 'empty'
  // What a cookie cannot hold as it is: control characters, `;`, other than ASCII, outer spaces.
  if (typeof value !== 'string' || !/^[!-:<-~](?:[ -:<-~]*[!-:<-~])?$/.test(value)) return 'invalid'
  if (cookie.length + value.length > LONGEST) return 'too-large'
  if (!secure && (/^__(host|secure)-/i.test(cookie) || sameSite === 'None')) return 'insecure'
  return null
}

/** A same-origin POST; 2xx means that the server has ended the session. */
async function logOut(win: Window & typeof globalThis, url: string): Promise<boolean> {
  try {
    if (new URL(url, win.location.href).origin !== win.location.origin) return false
    return (await win.fetch(url, { method: 'POST', credentials: 'same-origin', keepalive: true })).ok
  } catch {
    return false
  }
}
