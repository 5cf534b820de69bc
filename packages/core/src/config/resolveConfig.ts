import type { ConsentConfig, UiConfig } from '../types/config.js'
import type { ReportIssue } from '../types/issue.js'
import type { Settings } from '../types/settings.js'
import { oneOf } from './oneOf.js'
import { resolvePolicies } from './resolvePolicies.js'
import { resolveServices } from './resolveServices.js'
import { resolveSession } from './resolveSession.js'

export const RECORD = 'consent_gate'

/** Fills in the defaults and takes out the mistakes; each is reported once and nothing throws (P18). */
export function resolveConfig(
  given: ConsentConfig | null,
  now: number,
  hostname: string,
  report: ReportIssue,
): Settings {
  const broken = !given || typeof given !== 'object'
  if (broken) report('CG100', 'config', given)
  const config = broken ? {} : given
  const record = resolveRecord(config, hostname, report)
  const session = resolveSession(config.session, report)
  const necessary = [
    { name: record.cookie },
    { name: `${RECORD}.*` },
    ...(session ? [{ name: session.cookie, httpOnly: !!session.httpOnly }] : []),
    ...(config.necessary ?? []),
  ]
  return {
    ...resolveServices(config, necessary, broken ? () => {} : report),
    policies: resolvePolicies(config, now, broken ? () => {} : report),
    broken,
    necessary,
    session,
    record,
    days: record.days,
    gpc: oneOf(['deny', 'ask', 'ignore'], config.signals?.gpc, 'signals.gpc', report),
    receipts: config.receipts ?? null,
    ui: resolveUi(config.ui ?? {}, report),
    minor: !!config.minor,
    nonce: config.nonce ?? '',
    debug: !!config.debug,
  }
}

function resolveRecord(config: ConsentConfig, hostname: string, report: ReportIssue): Settings['record'] {
  const { cookie = RECORD, days = 180, domain = 'host' } = config.record ?? {}
  const named = /^[\w-]{1,40}$/.test(cookie)
  if (!named) report('CG101', 'record.cookie', cookie)
  const kept = days >= 1 && days <= 400
  if (!kept) report('CG102', 'record.days', days)
  const bare = domain.replace(/^\./, '')
  const reaches = bare === 'host' || `.${hostname}`.endsWith(`.${bare}`)
  if (!reaches) report('CG103', 'record.domain', domain)
  return { cookie: named ? cookie : RECORD, days: kept ? days : 180, domain: reaches ? bare : 'host' }
}

function resolveUi(ui: UiConfig, report: ReportIssue): UiConfig {
  return {
    ...ui,
    position: oneOf(['bottom', 'top', 'start', 'end', 'center'], ui.position, 'ui.position', report),
    theme: oneOf(['auto', 'light', 'dark'], ui.theme, 'ui.theme', report),
    reopen: oneOf(['auto', 'none'], ui.reopen, 'ui.reopen', report),
  }
}
