import type { ReportIssue } from '@consent-gate/core'
import type { GoogleAnalyticsOptions } from './types.js'

/**
 * Tells a developer about mistakes in the options that only fall back to a default. It changes nothing, and is
 * loaded where someone wants to know (P18).
 */
export function inspectOptions(written: unknown, report: ReportIssue): void {
  const options = { ...(written as Partial<GoogleAnalyticsOptions>) }
  const tell = (code: string, key: string, value: unknown) => report(code, `googleAnalytics.${key}`, value)
  const oneOf = (key: string, value: unknown, allowed: string) => {
    if (value !== undefined && !allowed.split(' ').includes(`${value}`)) tell('CG320', key, value)
  }
  oneOf('beforeConsent', options.beforeConsent, 'drop hold')
  oneOf('pageViews', options.pageViews, 'auto manual history')
  oneOf('when', options.when, 'now idle')
  for (const key of ['scriptUrl', 'transportUrl'] as const) {
    const value: unknown = options[key]
    if (value !== undefined && !/^(https?:\/)?\/./.test(`${value}`)) tell('CG321', key, value)
  }
  const domain = options.config?.cookie_domain
  if (domain !== undefined && domain !== 'none') tell('CG322', 'config.cookie_domain', domain)
  const expires: unknown = options.config?.cookie_expires
  if (expires !== undefined && !(Number(expires) <= 33_696_000))
    tell('CG324', 'config.cookie_expires', expires)
  const { scrub } = options
  if (scrub && ![scrub].flat().every((name) => typeof name === 'string')) tell('CG323', 'scrub', scrub)
}
