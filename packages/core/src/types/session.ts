/** Why a session could not start or end. */
export type SessionFailure =
  | 'no-session' // none configured
  | 'http-only' // the server's to write
  | 'empty' // no token
  | 'invalid' // it holds what a cookie cannot hold
  | 'insecure' // the name, or SameSite=None, asks for https
  | 'too-large' // name and token are longer than 4,096
  | 'cookies-blocked' // the browser did not keep it
  | 'not-ended' // the cookie is still there, or the server did not answer 2xx within half a minute

/** The outcome of starting or ending a session. */
export type SessionResult = { readonly ok: true } | { readonly ok: false; readonly reason: SessionFailure }

/** What became of the session, told to whoever subscribes. */
export type SessionEvent =
  | { readonly type: 'started' | 'ended' | 'idle-ended' }
  | { readonly type: 'refused'; readonly reason: SessionFailure }

/** The site's auth cookie: session-only, never swept. */
export interface Session {
  /** Writes the cookie without Expires or Max-Age and reads it back. */
  start(token: string): SessionResult
  /** The cookie's raw value, null when there is none that scripts can read. */
  readonly token: string | null
  /** An HttpOnly cookie is `unknown` unless `signedIn` says it. */
  readonly status: 'none' | 'active' | 'unknown'
  /** Calls `logoutUrl` where there is one, then removes the cookie wherever a script can. Never rejects. */
  end(): Promise<SessionResult>
  /** Returns the unsubscribe. */
  subscribe(listener: (event: SessionEvent) => void): () => void
}
