import type { PolicyConfig, ReportIssue, ServiceConfig, SharedConfig, UiConfig } from '@consent-gate/core'
import type { GoogleAnalyticsOptions } from '@consent-gate/ga-adapter'

/** The configuration of the script tag: all JSON, with `googleAnalytics` instead of adapters. */
export interface GateConfig extends SharedConfig {
  readonly services?: readonly ServiceConfig[]
  readonly googleAnalytics?: GoogleAnalyticsOptions
}

/**
 * The configuration that a script tag asks for: its `data-*` attributes over the JSON that `data-config` names.
 * Null when that JSON is not there or cannot be read.
 */
export function readOptions(data: DOMStringMap, doc: Document, report: ReportIssue): GateConfig | null {
  const base = data.config === undefined ? {} : readJson(data.config, doc, report)
  if (!base) return null
  const { measurementId, policyVersion, policyUrl, sessionCookie, lang, position, theme, debug } = data
  const policy = (base.policies?.length === 1 ? base.policies[0] : undefined) as PolicyConfig | undefined
  const ui = { ...base.ui, ...(lang && { lang }), ...(position && { position }), ...(theme && { theme }) }
  return {
    ...base,
    ...(measurementId && {
      googleAnalytics: {
        ...base.googleAnalytics,
        measurementId: measurementId.split(',').map((id) => id.trim()),
      } as GoogleAnalyticsOptions,
    }),
    ...((policyVersion ?? policyUrl) && {
      policies: [
        {
          ...policy,
          version: policyVersion ?? policy?.version ?? '0',
          ...((policyUrl ?? policy?.url) && { url: policyUrl ?? policy?.url }),
        } as PolicyConfig,
      ],
    }),
    ...(sessionCookie && { session: { ...base.session, cookie: sessionCookie } }),
    ...(debug !== undefined && { debug: debug !== 'false' }),
    ui: ui as UiConfig,
  }
}

function readJson(selector: string, doc: Document, report: ReportIssue): GateConfig | null {
  try {
    return JSON.parse(doc.querySelector(selector)?.textContent ?? '')
  } catch (error) {
    report('CG140', 'data-config', `${selector}: ${error}`)
    return null
  }
}
