import type { SessionConfig, UiConfig } from './config.js'
import type { CookieDeclaration, Service } from './service.js'
import type { Policy } from './snapshot.js'

/** A group of services, or something to answer by itself where it has none. */
export interface Category {
  readonly id: string
  readonly label?: string
  readonly text?: string
  /** Google's consent types that a grant of it grants. */
  readonly consentTypes: readonly string[]
}

/** What can be answered: a service, or a category without services. */
export interface Unit {
  readonly id: string
  readonly category: string
  /** The service's name or the category's label, where the site gave one. */
  readonly name?: string | undefined
}

/** What a decision depends on, beside the record, the signals and the time. */
export interface Rules {
  /** By `effective`, oldest first; never empty. */
  readonly policies: readonly Policy[]
  /** Optional categories by id, in order; `necessary` is not among them. */
  readonly categories: readonly Category[]
  readonly units: readonly Unit[]
  /** How many days an answer holds. */
  readonly days: number
  /** What Global Privacy Control means for who has not answered. */
  readonly gpc: 'deny' | 'ask' | 'ignore'
  /** Services that a mistake in the configuration keeps denied. */
  readonly refused: readonly string[]
  /** A minor, or a configuration that could not be used: everything stays denied and nothing is asked. */
  readonly silent: boolean
}

/** The configuration with every default filled in and every mistake taken out. */
export interface Settings extends Rules {
  readonly services: readonly Service[]
  /** The site's necessary cookies, the session cookie and our own record. */
  readonly necessary: readonly CookieDeclaration[]
  readonly session: SessionConfig | null
  readonly record: { readonly cookie: string; readonly days: number; readonly domain: string }
  readonly receipts: { readonly url: string } | null
  readonly ui: UiConfig
  /** As the site wrote it; its policies' instants have it worked in. */
  readonly utcOffset?: string
  readonly minor: boolean
  readonly debug: boolean
}
