import type { CookieDeclaration, Service, ServiceDisclosure } from './service.js'

/** A version of the privacy policy. */
export interface PolicyConfig {
  /** Its name, which records keep: `[A-Za-z0-9_-]{1,40}`. */
  readonly version: string
  /** From when it holds, ISO 8601; a date alone is midnight at `utcOffset`. Left out: in force at once. */
  readonly effective?: string
  /** From when an advance notice tells of it, in the same form. Default `effective`: no notice. */
  readonly announced?: string
  /** Where it can be read. */
  readonly url?: string
  /** What changes, for the advance notice and the list of versions. */
  readonly summary?: string
  /** Whether answers given under an earlier version end when this one takes effect. Default `true`. */
  readonly askAgain?: boolean
}

/** The words of a category, and what a yes to it means to Google. */
export interface CategoryConfig {
  /** Its name in the preferences. Default: for `analytics` ours, else its id. */
  readonly label?: string
  /** A sentence below the name. Default: for `analytics` ours, else none. */
  readonly text?: string
  /** Google's consent types that a grant of this category grants. Default: for `analytics` `analytics_storage`, else none. */
  readonly consentTypes?: readonly string[]
}

/** A service that is data only: its markup is gated, its cookies are swept. */
export interface ServiceConfig extends ServiceDisclosure {
  /** `[A-Za-z0-9_-]{1,40}`; no category or other service has it. */
  readonly id: string
  /** The category that it is asked for with, never `necessary`. One that is not listed is made. */
  readonly category: string
  /** Cookies and storage keys to delete when it is not granted. */
  readonly cookies?: readonly CookieDeclaration[]
}

/** The site's log-in cookie. */
export interface SessionConfig {
  /** Its name. */
  readonly cookie: string
  /** What it is set for. Default: this host alone. */
  readonly domain?: string
  /** Default `/`. */
  readonly path?: string
  /** Default `Lax`. */
  readonly sameSite?: 'Lax' | 'Strict' | 'None'
  /** Minutes without activity after which the session is ended. Default: no limit. */
  readonly idleMinutes?: number
  /** Set by a server and unreadable for scripts (recommended). Default `false`. */
  readonly httpOnly?: boolean
  /** What the server knows about an HttpOnly session when it renders the page. Left out: the status is `unknown`. */
  readonly signedIn?: boolean
  /** Same-origin; gets a POST when the session ends, and a 2xx means that it has. Default: none. */
  readonly logoutUrl?: string
  /** Rewrites a readable cookie as session-only, once per page. Default `false`. */
  readonly rewrite?: boolean
  /** Never part of it: a session cookie ends with the session. */
  readonly expires?: never
  readonly maxAge?: never
}

/** Where on the page the notice stands; `start` and `end` follow the direction of the language. */
export type Position = 'bottom' | 'top' | 'start' | 'end' | 'center'
/** `auto` follows the visitor's system. */
export type Theme = 'auto' | 'light' | 'dark'

/** Language, looks and words of the interface. */
export interface UiConfig {
  /** `ko`, `en`, `ar` or a longer tag of one. Default: the page's, else the browser's, else English. */
  readonly lang?: string
  /** Default `bottom`. */
  readonly position?: Position
  /** Default `auto`. */
  readonly theme?: Theme
  /** A small button on pages without a preferences link. Default `auto`. */
  readonly reopen?: 'auto' | 'none'
  /** Texts of the site in place of ours, by the keys that docs/theming.md lists. */
  readonly texts?: Readonly<Record<string, string>>
  /** Where questions about privacy go. */
  readonly contact?: {
    readonly email?: string
    readonly url?: string
    /** Where a signed-in visitor sees, changes and erases what the site itself holds. */
    readonly myPage?: string
    /** Where a request can be made in writing, or by an agent. */
    readonly form?: string
  }
}

/** The keys that every way of starting shares. All of it is JSON. */
export interface SharedConfig {
  /** Oldest first. Default: one version of the name `0`. */
  readonly policies?: readonly PolicyConfig[]
  /** Of dates and times that name none: `+09:00`; default `Z`. */
  readonly utcOffset?: string
  /** Default: `analytics`. `necessary` always exists. */
  readonly categories?: Readonly<Record<string, CategoryConfig>>
  readonly session?: SessionConfig
  /** Where the visitor's answer is kept, and for how long. */
  readonly record?: {
    /** The name of its cookie, `[A-Za-z0-9_-]{1,40}`. Default `consent_gate`. */
    readonly cookie?: string
    /** Days a record is kept, 1 to 400. Default 180. */
    readonly days?: number
    /** `host` (default), or a domain whose subdomains share the record. */
    readonly domain?: string
  }
  /** Global Privacy Control of who has not answered: `deny` (default) without a notice; `ask` and `ignore` ask as usual. */
  readonly signals?: { readonly gpc?: 'deny' | 'ask' | 'ignore' }
  /** Cookies that the site cannot do without: listed, never deleted. The session's and ours are among them by themselves. */
  readonly necessary?: readonly CookieDeclaration[]
  /** Where the proof of each choice is sent, by POST as JSON. Default: nowhere. */
  readonly receipts?: { readonly url: string }
  readonly ui?: UiConfig
  /** Keeps every optional category denied and asks nothing. Default `false`. */
  readonly minor?: boolean
  /** For a `script-src` with a nonce. The script tag's own goes before it. */
  readonly nonce?: string
  /** Default `false`. Gives issues words, and looks for mistakes on every page. `gate.js` prints them; with npm, listen with `onIssue`. */
  readonly debug?: boolean
}

/** What `createConsent` takes. */
export interface ConsentConfig extends SharedConfig {
  /** What runs on consent: adapters, and services that are data only. Default: none. */
  readonly services?: readonly (Service | ServiceConfig)[]
}
