import type { ConsentConfig } from '../types/config.js'
import type { ReportIssue } from '../types/issue.js'
import type { Settings } from '../types/settings.js'
import { resolvePolicies } from './resolvePolicies.js'
import { resolveServices } from './resolveServices.js'
import { resolveSession } from './resolveSession.js'

/**
 * Fills in the defaults and takes out the mistakes. What a mistake denies is reported here; `inspectConfig`
 * reports the ones that only fall back to a default (P18). Null is a configuration that could not be read.
 */
export function resolveConfig(given: ConsentConfig | null, hostname: string, report: ReportIssue): Settings {
  const config = given ?? {}
  const { cookie = '', days = 0, domain = '' } = config.record ?? {}
  const record = {
    cookie: /^[\w-]{1,40}$/.test(cookie) ? cookie : 'consent_gate',
    days: days >= 1 && days <= 400 ? days : 180,
    domain: domain && `.${hostname}`.endsWith(`.${domain}`) ? domain : 'host',
  }
  const session = resolveSession(config.session)
  const necessary = [
    { name: record.cookie },
    { name: 'consent_gate*' },
    ...(session ? [{ name: session.cookie, httpOnly: !!session.httpOnly }] : []),
    ...(config.necessary ?? []),
  ]
  return {
    ...resolveServices(config, necessary, report),
    policies: resolvePolicies(config),
    broken: !given,
    necessary,
    session,
    record,
    days: record.days,
    gpc: config.signals?.gpc ?? 'deny',
    receipts: config.receipts ?? null,
    ui: config.ui ?? {},
    minor: !!config.minor,
    nonce: config.nonce ?? '',
    debug: !!config.debug,
  }
}
