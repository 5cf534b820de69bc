import { cookieValues } from '../rules/cookieHeader.js'
import { removeEverywhere } from '../sweep/removeEverywhere.js'
import type { ConsentEnv } from '../types/env.js'
import type { ReportIssue } from '../types/issue.js'
import type { Settings } from '../types/settings.js'

/**
 * Tells of a domain to which the browser writes no cookie: a public suffix, such as `co.kr`. Only the browser has the
 * list (https://publicsuffix.org), so one is written and taken away.
 */
export function inspectDomains(env: ConsentEnv, { record, session }: Settings, report: ReportIssue): void {
  const probe = `${record.cookie}.probe`
  const writes = (attributes: { domain?: string }) => {
    env.writeCookie(probe, '1', { path: '/', ...attributes })
    const written = cookieValues(env.readCookies(), probe).length > 0
    removeEverywhere(env, probe)
    return written
  }
  const inspect = (path: string, domain?: string) => {
    // A browser that writes none at all says nothing about the domain.
    if (domain && domain !== 'host' && !writes({ domain }) && writes({})) report('CG109', path, domain)
  }
  inspect('record.domain', record.domain)
  inspect('session.domain', session?.domain)
}
