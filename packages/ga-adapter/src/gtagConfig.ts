import type { ServiceContext } from '@consent-gate/core'
import type { GoogleAnalyticsOptions, GtagConfig } from './types.js'

/** Thirteen months, not renewed by visits: what the CNIL allows audience cookies at most. */
const THIRTEEN_MONTHS = 390 * 86_400

/** The `config` of every ID: what keeps a promise small first, then the site's own fields. */
export function gtagConfig(
  { config = {}, pageViews, transportUrl }: GoogleAnalyticsOptions,
  { consentTypes, recordDomain, issue }: ServiceContext,
  protocol: string,
): GtagConfig {
  const { allow_google_signals: signals, ...own } = config
  const ads = consentTypes.some((type) => type.startsWith('ad_'))
  if (signals && !ads) issue('CG312', 'googleAnalytics.config.allow_google_signals', signals)
  return {
    allow_google_signals: !!signals && ads,
    allow_ad_personalization_signals: false,
    cookie_domain: recordDomain === 'host' ? 'none' : recordDomain,
    cookie_expires: THIRTEEN_MONTHS,
    cookie_flags: protocol === 'https:' ? 'SameSite=Lax;Secure' : 'SameSite=Lax',
    cookie_update: false,
    ...(pageViews === 'manual' && { send_page_view: false }),
    ...(transportUrl && { transport_url: transportUrl }),
    ...own,
  }
}
