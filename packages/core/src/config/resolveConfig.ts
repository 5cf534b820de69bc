import type { ConsentConfig, SessionConfig } from '../types/config.js'
import type { ReportIssue } from '../types/issue.js'
import type { Settings } from '../types/settings.js'
import { resolvePolicies } from './resolvePolicies.js'
import { resolveServices } from './resolveServices.js'
import { validId } from './validId.js'

/**
 * Fills in the defaults and takes out the mistakes. What a mistake denies is reported here; `inspectConfig`
 * reports the ones that only fall back to a default (P18). Null is a configuration that could not be read.
 */
export function resolveConfig(given: ConsentConfig | null, hostname: string, report: ReportIssue): Settings {
  try {
    return withDefaults(given, hostname, report)
  } catch {
    // JSON of another shape: a list that is none, a null in it.
    report('CG100', '', given)
    return { ...withDefaults(null, hostname, report), debug: !!given?.debug }
  }
}

function withDefaults(given: ConsentConfig | null, hostname: string, report: ReportIssue): Settings {
  const config = given ?? {}
  const { gpc } = config.signals ?? {}
  const { cookie, days = 0, domain = '' } = config.record ?? {}
  const reaches = (name: string) => `.${hostname}`.endsWith(`.${name}`)
  const session = resolveSession(config.session, reaches)
  const record = {
    cookie: validId(cookie) && cookie !== session?.cookie ? cookie : 'consent_gate',
    days: days >= 1 && days <= 400 ? +days : 180,
    domain: domain && reaches(domain) ? domain : 'host',
  }
  const necessary = [
    { name: record.cookie },
    { name: 'consent_gate*' },
    ...(session ? [{ name: session.cookie, httpOnly: !!session.httpOnly }] : []),
    // One without a name cannot be kept from the sweep: better nothing runs at all.
    ...(config.necessary ?? []).filter(({ name }) => name.length),
  ]
  return {
    debug: false,
    minor: false,
    receipts: null,
    ...config,
    ui: config.ui ?? {},
    ...resolveServices(config, necessary, report),
    policies: resolvePolicies(config),
    silent: !given || !!config.minor,
    gpc: gpc === 'ask' || gpc === 'ignore' ? gpc : 'deny',
    days: record.days,
    record,
    session,
    necessary,
  }
}

/** Null where there is no name that a cookie could have. https://httpwg.org/specs/rfc6265.html#sane-set-cookie-syntax */
function resolveSession(
  given: SessionConfig | undefined,
  reaches: (domain: string) => boolean,
): SessionConfig | null {
  if (typeof given?.cookie !== 'string' || !/^[\w!#$%&'*+.^`|~-]+$/.test(given.cookie)) return null
  const { domain, ...own } = given
  // A `__Host-` cookie has no Domain and the path `/`.
  if (/^__Host-/i.test(given.cookie)) return { ...own, path: '/' }
  // A browser refuses a cookie for another domain.
  return domain && reaches(domain) ? given : own
}
