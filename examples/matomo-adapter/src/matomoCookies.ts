import type { CookieDeclaration } from '@consent-gate/core'

/**
 * What Matomo can leave on the site, and the cookie of its own server, which no script can delete.
 * https://matomo.org/faq/general/faq_146/
 */
export const matomoCookies: readonly CookieDeclaration[] = [
  { name: '_pk_id*', purpose: 'Recognises a returning visitor', retention: '13 months' },
  { name: '_pk_ses*', purpose: 'Data of the visit', retention: '30 minutes' },
  { name: '_pk_ref*', purpose: 'Where the visit came from', retention: '6 months' },
  { name: '_pk_cvar*', purpose: 'Custom variables of the visit', retention: '30 minutes' },
  { name: '_pk_hsr*', purpose: 'Heatmaps and session recordings', retention: '30 minutes' },
  { name: 'mtm_consent*', purpose: 'What Matomo notes about the consent', retention: '30 years' },
  { name: 'MATOMO_SESSID', purpose: 'Session at the Matomo server', retention: 'session', httpOnly: true },
]
