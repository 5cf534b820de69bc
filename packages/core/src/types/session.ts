export type SessionFailure =
  | 'no-session' // none configured
  | 'http-only' // the server's to write
  | 'empty'
  | 'invalid'
  | 'insecure'
  | 'too-large'
  | 'cookies-blocked'
  | 'persistent'
  | 'not-ended'

export type SessionResult = { readonly ok: true } | { readonly ok: false; readonly reason: SessionFailure }

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
  /** Removes the cookie wherever it was set, or calls `logoutUrl`. */
  end(): Promise<SessionResult>
  subscribe(listener: (event: SessionEvent) => void): () => void
}
