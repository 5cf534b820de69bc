const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365 * DAY

export interface CookieFact {
  /** As it is declared: exact, or what it starts with and a `*`. */
  readonly name: string
  /** What leaves it. Universal Analytics and Optimize ended in 2023; their cookies are only ever left over. */
  readonly from:
    | 'Google Analytics 4'
    | 'Universal Analytics'
    | 'Google Ads'
    | 'server container'
    | 'Optimize'
    | 'AMP'
  readonly purpose: string
  /** The longest that Google gives it, in seconds. `_ga` and `_ga_*` get 13 months here, or `cookie_expires`. */
  readonly lifetime: number
  /** Scripts can neither read nor delete it. */
  readonly httpOnly?: true
}

/**
 * Every cookie that Google Analytics can leave, for a privacy policy or an audit. Names are without a
 * `cookie_prefix`, which goes in front of `_ga` and `_ga_*`.
 * https://support.google.com/analytics/answer/11397207
 * https://developers.google.com/analytics/devguides/collection/gtagjs/cookies-user-id
 */
export const cookieFacts: readonly CookieFact[] = [
  {
    name: '_ga',
    from: 'Google Analytics 4',
    purpose: 'tells visitors apart by a random number',
    lifetime: 2 * YEAR,
  },
  {
    name: '_ga_*',
    from: 'Google Analytics 4',
    purpose: 'remembers whether a visit is still going on',
    lifetime: 2 * YEAR,
  },
  {
    name: '_gid',
    from: 'Universal Analytics',
    purpose: 'told visitors apart within a day',
    lifetime: DAY,
  },
  { name: '_gat*', from: 'Universal Analytics', purpose: 'slowed requests down', lifetime: MINUTE },
  { name: '_gac_*', from: 'Google Ads', purpose: 'which campaign a visit came from', lifetime: 90 * DAY },
  { name: '_gcl_*', from: 'Google Ads', purpose: 'which ad was clicked', lifetime: 90 * DAY },
  { name: '_dc_gtm_*', from: 'Universal Analytics', purpose: 'slowed requests down', lifetime: MINUTE },
  {
    name: '__utm*',
    from: 'Universal Analytics',
    purpose: 'visitors, visits and where they came from (ga.js)',
    lifetime: 2 * YEAR,
  },
  { name: '_opt_*', from: 'Optimize', purpose: 'which experiment a visitor was in', lifetime: DAY },
  { name: 'AMP_TOKEN', from: 'AMP', purpose: 'fetched a client ID for AMP pages', lifetime: YEAR },
  {
    name: 'FPLC',
    from: 'server container',
    purpose: 'carries the client ID between domains',
    lifetime: 20 * HOUR,
  },
  { name: 'FPAU', from: 'server container', purpose: 'which ad was clicked', lifetime: 90 * DAY },
  { name: 'FPGCL*', from: 'server container', purpose: 'which ad was clicked', lifetime: 90 * DAY },
  {
    name: 'FPID',
    from: 'server container',
    purpose: 'tells visitors apart, set by the server',
    lifetime: 2 * YEAR,
    httpOnly: true,
  },
]
