/** A Google Analytics 4 measurement ID. */
export type MeasurementId = `G-${string}`

/**
 * Fields of gtag's `config`. https://developers.google.com/analytics/devguides/collection/ga4/reference/config
 */
export interface GtagConfig {
  readonly allow_ad_personalization_signals?: boolean
  /** Takes effect only while a category with ads consent types is granted. */
  readonly allow_google_signals?: boolean
  /** Default: `none` for a host-only record, else the record's domain. */
  readonly cookie_domain?: string
  /** Seconds. Default: 13 months, not renewed by visits. */
  readonly cookie_expires?: number
  readonly cookie_flags?: string
  readonly cookie_path?: string
  readonly cookie_prefix?: string
  readonly cookie_update?: boolean
  readonly send_page_view?: boolean
  readonly server_container_url?: string
  readonly transport_url?: string
  readonly debug_mode?: boolean
  readonly user_id?: string
  readonly [field: string]: unknown
}

export interface GoogleAnalyticsOptions {
  /** One ID or a list; `G-` IDs only. One script serves them all. */
  readonly measurementId: MeasurementId | readonly MeasurementId[]
  /** Default `analytics`. */
  readonly category?: string
  readonly config?: GtagConfig
  /** Where gtag.js comes from, for a first-party proxy. Default: Google. */
  readonly scriptUrl?: string
  /** Where hits go, for a server container. Default: Google. */
  readonly transportUrl?: string
  /** What becomes of events before the first answer: forgotten (default), or the last 50 sent after a yes. */
  readonly beforeConsent?: 'drop' | 'hold'
  /**
   * Who sends page views of a single-page application: enhanced measurement (`auto`, default), the site by
   * `pageView()`, or the adapter on each history entry, for streams without enhanced measurement.
   */
  readonly pageViews?: 'auto' | 'manual' | 'history'
  /** Names of query parameters that never reach Google, beside tokens, codes and e-mail addresses. */
  readonly scrub?: readonly string[]
  /** When gtag.js is requested after a yes. Default `now`. */
  readonly when?: 'now' | 'idle'
}

/** What the adapter uses of a page. */
export type GtagWindow = Window &
  typeof globalThis & {
    dataLayer?: unknown[]
    gtag?: (...command: unknown[]) => void
    google_tag_manager?: Record<string, unknown>
    [flag: `ga-disable-${string}`]: boolean | undefined
  }
