/** A GA4 measurement ID. `GTM-`, `AW-` and `UA-` IDs are refused. */
export type MeasurementId = `G-${string}`

/** Values of a `config` command; what is not named here is passed on as an event parameter.
 * https://developers.google.com/analytics/devguides/collection/ga4/reference/config */
export interface GtagConfig {
  /** Only `none`, which keeps the cookies on this host; otherwise they follow `record.domain`, never further. */
  readonly cookie_domain?: string
  /** Seconds; default 33696000 (13 months). 0 makes session cookies. */
  readonly cookie_expires?: number
  /** Default `SameSite=Lax;Secure` on https, `SameSite=Lax` on http. */
  readonly cookie_flags?: string
  /** Default `/`. */
  readonly cookie_path?: string
  /** `shop` makes `shop_ga` and `shop_ga_<container>`. */
  readonly cookie_prefix?: string
  /** Whether each visit renews the cookies. Default `false`. */
  readonly cookie_update?: boolean
  /** Effective only while an ads consent type is granted when the tag starts. Default `false`. */
  readonly allow_google_signals?: boolean
  /** Effective only while an ads consent type is granted when the tag starts. Default `false`. */
  readonly allow_ad_personalization_signals?: boolean
  /** Whether the tag reports the page when it starts, and again after a withdrawal that was taken back. Default `true`, with `pageViews: 'manual'` `false`. */
  readonly send_page_view?: boolean
  readonly debug_mode?: boolean
  readonly groups?: string | readonly string[]
  readonly ignore_referrer?: boolean
  readonly page_title?: string
  readonly user_id?: string
  readonly user_properties?: Readonly<Record<string, unknown>>
  /** Loads a service worker from there, which a withdrawal cannot stop before a reload; prefer `transportUrl`. */
  readonly server_container_url?: string
  readonly [parameter: string]: unknown
}

/** What `googleAnalytics` takes. docs/google-analytics.md tells what is sent when. */
export interface GoogleAnalyticsOptions {
  /** One ID or several, each of a GA4 property. */
  readonly measurementId: MeasurementId | readonly MeasurementId[]
  /** Default `analytics`. */
  readonly category?: string
  /** Fields of the `config` command, over the adapter's own. */
  readonly config?: GtagConfig
  /** Where the tag is loaded from. Default `https://www.googletagmanager.com/gtag/js`. */
  readonly scriptUrl?: string
  /** A server of the site's own that hits are sent to. */
  readonly transportUrl?: string
  /** What becomes of events before the first answer: `drop` (default), or `hold` the last 50 for a yes. */
  readonly beforeConsent?: 'drop' | 'hold'
  /**
   * Who reports pages after the first. `auto` (default): the stream's enhanced measurement. `history`: this
   * adapter, for streams without it. `manual`: the site, through `pageView()`, the first page included.
   */
  readonly pageViews?: 'auto' | 'manual' | 'history'
  /** Names of URL parameters whose values are removed, beside the built-in ones (tokens, codes, e-mail addresses). */
  readonly scrub?: readonly string[]
  /** `idle` lets the browser choose the moment to load the tag. Default `now`: in the click's own task. */
  readonly when?: 'now' | 'idle'
}

/** The options with what was unusable taken out. */
export interface TagSettings extends Omit<GoogleAnalyticsOptions, 'measurementId' | 'category' | 'config'> {
  readonly ids: readonly string[]
  readonly config: GtagConfig
}

/** A gtag command: `gtag('event', 'login', { method: 'sms' })`. */
export type Gtag = (...command: readonly unknown[]) => void

/** A window, with what the tag and its pages keep on it. */
export type TagWindow = Window &
  typeof globalThis & {
    dataLayer?: unknown[]
    gtag?: Gtag
    google_tag_manager?: Readonly<Record<string, unknown>>
    [optOut: `ga-disable-${string}`]: unknown
  }
