export interface MatomoOptions {
  /** The folder of your Matomo, with its last slash: `https://stats.example.com/`. */
  readonly url: string
  readonly siteId: string
  /** Default `analytics`. */
  readonly category?: string
}
