import type { ReportIssue } from '@consent-gate/core'
import type { GoogleAnalyticsOptions } from './types.js'

const CHOICES = {
  beforeConsent: ['drop', 'hold'],
  pageViews: ['auto', 'manual', 'history'],
  when: ['now', 'idle'],
}

/**
 * Tells a developer about mistakes in the options that only fall back to a default. It changes nothing, and is
 * loaded where someone wants to know (P18).
 */
export function inspectOptions(written: unknown, report: ReportIssue): void {
  const options = { ...(written as Partial<GoogleAnalyticsOptions>) }
  const tell = (code: string, key: string, value: unknown) => report(code, `googleAnalytics.${key}`, value)
  for (const [key, allowed] of Object.entries(CHOICES)) {
    const value: unknown = Reflect.get(options, key)
    if (value !== undefined && !allowed.some((choice) => choice === value)) tell('CG320', key, value)
  }
  for (const key of ['scriptUrl', 'transportUrl'] as const) {
    const value: unknown = options[key]
    if (value !== undefined && !/^(https?:\/)?\/./.test(`${value}`)) tell('CG321', key, value)
  }
  const domain = options.config?.cookie_domain
  if (domain !== undefined && domain !== 'none') tell('CG322', 'config.cookie_domain', domain)
  const { scrub } = options
  if (scrub && ![scrub].flat().every((name) => typeof name === 'string')) tell('CG323', 'scrub', scrub)
}
