import type { CookieDeclaration, Service, ServiceDisclosure } from './service.js'

export interface PolicyConfig {
  readonly version: string
  /** ISO 8601; a date alone is midnight at `utcOffset`. Left out: in force at once. */
  readonly effective?: string
  readonly announced?: string
  readonly url?: string
  readonly summary?: string
  /** Default `true`. */
  readonly askAgain?: boolean
}

export interface CategoryConfig {
  readonly label?: string
  readonly text?: string
  /** Google's consent types that a grant of this category grants. */
  readonly consentTypes?: readonly string[]
}

/** A service that is data only: its markup is gated, its cookies are swept. */
export interface ServiceConfig extends ServiceDisclosure {
  readonly id: string
  readonly category: string
  readonly cookies?: readonly CookieDeclaration[]
}

export interface SessionConfig {
  readonly cookie: string
  readonly domain?: string
  /** Default `/`. */
  readonly path?: string
  /** Default `Lax`. */
  readonly sameSite?: 'Lax' | 'Strict' | 'None'
  /** Minutes without activity after which the session is ended. Default: no limit. */
  readonly idleMinutes?: number
  /** Set by a server and unreadable for scripts (recommended). Default `false`. */
  readonly httpOnly?: boolean
  /** What the server knows about an HttpOnly session. */
  readonly signedIn?: boolean
  /** Same-origin; gets a POST when the session ends. */
  readonly logoutUrl?: string
  /** Rewrites a readable cookie as session-only, once per page. Default `false`. */
  readonly rewrite?: boolean
  /** Never part of it: a session cookie ends with the session. */
  readonly expires?: never
  readonly maxAge?: never
}

export type Position = 'bottom' | 'top' | 'start' | 'end' | 'center'
export type Theme = 'auto' | 'light' | 'dark'

export interface UiConfig {
  readonly lang?: string
  /** Default `bottom`. */
  readonly position?: Position
  /** Default `auto`. */
  readonly theme?: Theme
  /** A small button on pages without a preferences link. Default `auto`. */
  readonly reopen?: 'auto' | 'none'
  readonly texts?: Readonly<Record<string, string>>
  readonly contact?: { readonly email?: string; readonly url?: string }
}

/** The keys that every way of starting shares. All of it is JSON. */
export interface SharedConfig {
  readonly policies?: readonly PolicyConfig[]
  /** `+09:00`; default `Z`. */
  readonly utcOffset?: string
  /** Default: `analytics`. `necessary` always exists. */
  readonly categories?: Readonly<Record<string, CategoryConfig>>
  readonly session?: SessionConfig
  readonly record?: {
    /** Default `consent_gate`. */
    readonly cookie?: string
    /** Days a record is kept, 1 to 400. Default 180. */
    readonly days?: number
    /** `host` (default), or a domain whose subdomains share the record. */
    readonly domain?: string
  }
  readonly signals?: { readonly gpc?: 'deny' | 'ask' | 'ignore' }
  readonly necessary?: readonly CookieDeclaration[]
  readonly receipts?: { readonly url: string }
  readonly ui?: UiConfig
  /** Keeps every optional category denied and asks nothing. */
  readonly minor?: boolean
  readonly nonce?: string
  /** Gives issues words, and looks for mistakes on every page. `gate.js` prints them; with npm, listen with `onIssue`. */
  readonly debug?: boolean
}

export interface ConsentConfig extends SharedConfig {
  readonly services?: readonly (Service | ServiceConfig)[]
}
