import type { PolicyConfig, ServiceConfig, SharedConfig, UiConfig } from '@consent-gate/core'
import type { GoogleAnalyticsOptions } from '@consent-gate/ga-adapter'

/** The configuration of the script tag: all JSON, with `googleAnalytics` instead of adapters. */
export interface GateConfig extends SharedConfig {
  readonly services?: readonly ServiceConfig[]
  readonly googleAnalytics?: GoogleAnalyticsOptions
}

/**
 * The configuration that a script tag asks for: its `data-*` attributes over the JSON that `data-config` names.
 * Throws when that JSON is not there or cannot be read. It stands in a script element, which no comment or profile
 * text that a site shows can bring along.
 */
export function readOptions(data: DOMStringMap, doc: Document): GateConfig {
  const { config, measurementId, policyVersion, policyUrl, sessionCookie, lang, position, theme, debug } =
    data
  const base: GateConfig = config ? JSON.parse(doc.querySelector(`script${config}`)?.textContent ?? '') : {}
  const { policies, googleAnalytics, session, ui } = base
  return {
    ...base,
    ...(measurementId && {
      googleAnalytics: {
        ...googleAnalytics,
        measurementId: measurementId.split(',').map((id) => id.trim()),
      } as GoogleAnalyticsOptions,
    }),
    ...((policyVersion || policyUrl) && {
      policies: (policies?.length && (!policyVersion || policies.length === 1) ? policies : [{}]).map(
        (policy) =>
          ({
            version: '0',
            ...policy,
            ...written({ version: policyVersion, url: policyUrl }),
          }) as PolicyConfig,
      ),
    }),
    ...(sessionCookie && { session: { ...session, cookie: sessionCookie } }),
    ...(debug !== undefined && { debug: debug !== 'false' }),
    ui: { ...ui, ...written({ lang, position, theme }) } as UiConfig,
  }
}

/** The attributes that are there and not empty. */
function written(attributes: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(attributes).filter(([, text]) => text))
}
