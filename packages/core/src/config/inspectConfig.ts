import type { ConsentConfig } from '../types/config.js'
import type { ReportIssue } from '../types/issue.js'
import type { Settings } from '../types/settings.js'
import { inspectPolicies } from './inspectPolicies.js'
import { validId } from './validId.js'

/**
 * Tells a developer about mistakes that only fall back to a default. It looks at what was written and what
 * became of it, so it changes nothing and a returning visitor does not load it (P18).
 */
export function inspectConfig(
  config: ConsentConfig,
  settings: Settings,
  now: number,
  report: ReportIssue,
  // What the interface was mounted with goes over the configuration's.
  lang: unknown = config.ui?.lang,
): void {
  const { session, categories = {}, services = [], receipts } = config
  const record = config.record ?? {}
  const ui = config.ui ?? {}
  const signals = config.signals ?? {}
  const fellBack = (code: string, key: keyof typeof settings.record) => {
    const written = record[key]
    if (written !== undefined && written !== settings.record[key]) report(code, `record.${key}`, written)
  }
  fellBack('CG101', 'cookie')
  fellBack('CG102', 'days')
  fellBack('CG103', 'domain')

  const oneOf = (path: string, value: unknown, allowed: string, compared = value) => {
    if (value !== undefined && !allowed.split(' ').includes(`${compared}`)) report('CG104', path, value)
  }
  // The languages of the interface, by the first part of a tag: `ko-KR` is `ko`.
  oneOf('ui.lang', lang || undefined, 'ko en ar', `${lang}`.toLowerCase().split(/[-_]/)[0])
  oneOf('ui.position', ui.position, 'bottom top start end center')
  oneOf('ui.theme', ui.theme, 'auto light dark')
  oneOf('ui.reopen', ui.reopen, 'auto none')
  oneOf('signals.gpc', signals.gpc, 'deny ask ignore')

  if (receipts && !receipts.url) report('CG141', 'receipts', receipts)

  inspectPolicies(config, settings, now, report)

  for (const id of Object.keys(categories)) if (!validId(id)) report('CG121', 'categories', id)
  if (!services.length && !Object.keys(categories).length) report('CG124', 'services', services)

  if (!session) return
  if (!settings.session) report('CG130', 'session.cookie', session.cookie)
  const { expires, maxAge, idleMinutes } = session
  if ((expires ?? maxAge) !== undefined) report('CG131', 'session', session)
  if (idleMinutes !== undefined && !(idleMinutes > 0)) report('CG134', 'session.idleMinutes', idleMinutes)
  const pinned = /^__Host-/i.test(session.cookie)
  if (!pinned && session.domain && !settings.session?.domain)
    report('CG133', 'session.domain', session.domain)
  if (pinned && (session.domain || (session.path ?? '/') !== '/')) report('CG132', 'session', session)
}
