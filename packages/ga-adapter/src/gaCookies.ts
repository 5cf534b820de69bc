import type { CookieDeclaration } from '@consent-gate/core'
import type { GtagConfig } from './types.js'

/** GA4, its ads links, and what analytics.js and ga.js left. https://support.google.com/analytics/answer/11397207 */
const NAMES =
  '_ga _ga_* _gid _gat _gat_* _dc_gtm_* _gac_* _gcl_* __utma __utmb __utmc __utmt __utmt_* __utmv __utmz AMP_TOKEN _opt_*'

/** Every cookie that Google Analytics can leave, with the prefix and path that the configuration gives it. */
export function gaCookies(config: GtagConfig, transport: string | undefined): CookieDeclaration[] {
  const { cookie_prefix: prefix, cookie_path: path } = config
  const names = NAMES.split(' ')
  if (prefix && prefix !== '_ga') names.push(`${prefix}_ga`, `${prefix}_ga_*`)
  if (transport) names.push('FPLC', 'FPAU', 'FPGCL*')
  const cookies: CookieDeclaration[] = names.map((name) => ({ name, ...(path && { path }) }))
  return transport ? [...cookies, { name: 'FPID', httpOnly: true }] : cookies
}
