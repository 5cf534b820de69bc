import type { TagSettings } from './types.js'

/** What the `config` command carries: the least that keeps a promise, then the site's own wishes within it. */
export function configFields(
  { config, transportUrl, pageViews }: TagSettings,
  recordDomain: string,
  protocol: string,
  consentTypes: readonly string[],
): Record<string, unknown> {
  const signals = { allow_google_signals: false, allow_ad_personalization_signals: false }
  return {
    ...signals,
    cookie_flags: `SameSite=Lax${protocol === 'https:' ? ';Secure' : ''}`,
    // 13 months, not renewed by visits: what the CNIL allows a cookie for audience measurement.
    cookie_expires: 33_696_000,
    cookie_update: false,
    ...(transportUrl && { transport_url: transportUrl }),
    ...(pageViews === 'manual' && { send_page_view: false }),
    ...config,
    // A cookie never reaches further than the consent behind it, and ads need a consent of their own.
    cookie_domain: recordDomain === 'host' || config.cookie_domain === 'none' ? 'none' : recordDomain,
    ...(!consentTypes.some((type) => type.startsWith('ad_')) && signals),
  }
}
