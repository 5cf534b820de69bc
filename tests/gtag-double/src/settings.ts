/** What Google's server would bake into the script of one property. */
export interface GtagSettings {
  /** `G-…`, the ID in `/gtag/js?id=…`. */
  measurementId: string
  /** Other IDs of the same file, such as its `GT-` alias: `ga-disable-` of any of them stops them all. Default none. */
  aliases?: readonly string[]
  /** Events after the first wait this long in the queue, in milliseconds. Default 5000, as measured. */
  queueMs?: number
  /** What the property measures by itself. Default both; `[]` is "enhanced measurement off". */
  enhancedMeasurement?: readonly ('history' | 'scroll')[]
  /** Google Signals is on in the property: more hosts, unless `allow_google_signals` is false. Default `'off'`. */
  googleSignals?: 'on' | 'off'
  /** Events the property counts as key events: also reported to Ads hosts. Default none. */
  keyEvents?: readonly string[]
  /** Where Google's server believes the visitor is, ISO 3166-2. Default `KR`. */
  region?: string
}
