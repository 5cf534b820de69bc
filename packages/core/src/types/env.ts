/** Attributes of a cookie that is written or removed. */
export interface CookieAttributes {
  readonly path?: string
  /** Default: this host alone. */
  readonly domain?: string
  readonly secure?: boolean
  readonly sameSite?: 'Lax' | 'Strict' | 'None'
  /** Days; without it the cookie ends with the session. */
  readonly expires?: number
}

/** localStorage that answers instead of throwing: it can be blocked, full or absent. */
export interface LocalArea {
  /** Null where there is none, or none can be read. */
  get(key: string): string | null
  /** Whether the value was there when read back. */
  set(key: string, value: string): boolean
  remove(...keys: readonly string[]): void
}

/** A script to insert. One function inserts all of them: nonce, Trusted Types and attributes live there. */
export interface ScriptRequest {
  readonly src: string
  readonly integrity?: string
  onload?(): void
  onerror?(): void
}

/** Makes strings acceptable to Trusted Types sinks; the strings themselves where the browser has none. */
export interface TrustedPolicy {
  createScriptURL(url: string): unknown
  createScript(text: string): unknown
}

/** Everything impure: time, randomness, storage, script insertion, the window. Built once, at the composition root. */
export interface ConsentEnv {
  /** The page's window. */
  readonly win: Window & typeof globalThis
  /** Goes on every script that the SDK inserts; gated scripts must carry it (P12). Empty where the page has none. */
  readonly nonce: string
  /** Milliseconds since 1970 UTC. */
  now(): number
  /** A random id of characters that need no encoding. */
  randomId(): string
  /** The raw `document.cookie` string; empty where it cannot be read. */
  readCookies(): string
  /** Writes a value as it is. Never throws; read back to know whether it stuck. */
  writeCookie(name: string, value: string, attributes: CookieAttributes): void
  /** Removes what was set with just this path and domain. Never throws. */
  removeCookie(name: string, attributes: CookieAttributes): void
  readonly local: LocalArea
  /** One policy per purpose: URLs of configuration and manifest, and gated markup. */
  trusted(name: 'consent-gate' | 'consent-gate#gates'): TrustedPolicy
  /** Inserts a script with nonce, integrity and Trusted Types. Throws where Trusted Types refuse the address. */
  insertScript(request: ScriptRequest): HTMLScriptElement
  /** Runs a task after the browser had a chance to paint. */
  later(task: () => void): void
}
