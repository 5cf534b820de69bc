import type { CookieDeclaration } from '@consent-gate/core'
import type { GtagConfig } from './types.js'

/** GA4, linked ads, server containers, and what the earlier generations left. */
const NAMES = '_ga _ga_* _gid _gat* _gac_* _gcl_* _dc_gtm_* __utm* _opt_* AMP_TOKEN FPLC FPAU FPGCL*'

/**
 * Every cookie that Google Analytics can leave, with the configured prefix and path. What each is for and how
 * long it stays is in `cookieFacts`, which no visitor downloads.
 * https://support.google.com/analytics/answer/11397207
 */
export function gaCookies(config: GtagConfig, server: unknown): CookieDeclaration[] {
  const { cookie_prefix: prefix, cookie_path: path } = config
  const names = NAMES + (prefix ? ` ${prefix}_ga ${prefix}_ga_*` : '')
  return [
    ...names.split(' ').map((name) => ({ name, ...(path && { path }) })),
    ...(server ? [{ name: 'FPID', httpOnly: true }] : []),
  ]
}
