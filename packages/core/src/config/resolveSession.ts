import type { SessionConfig } from '../types/config.js'
import type { ReportIssue } from '../types/issue.js'

/** https://httpwg.org/specs/rfc6265.html#sane-set-cookie-syntax */
const COOKIE_NAME = /^[\w!#$%&'*+.^`|~-]+$/

/** The session cookie's settings, or null where there is none that could be used. */
export function resolveSession(given: SessionConfig | undefined, report: ReportIssue): SessionConfig | null {
  if (!given) return null
  if (!COOKIE_NAME.test(given.cookie ?? '')) {
    report('CG130', 'session.cookie', given.cookie)
    return null
  }
  const { expires, maxAge, ...session } = given as SessionConfig & Record<'expires' | 'maxAge', unknown>
  if (expires !== undefined || maxAge !== undefined) report('CG131', 'session', given)
  // `__Host-` cookies have no Domain and the path `/`. https://httpwg.org/specs/rfc6265.html
  const pinned = given.cookie.startsWith('__Host-')
  if (pinned && (session.domain || (session.path ?? '/') !== '/')) report('CG132', 'session', given)
  const { domain, path = '/', ...rest } = session
  return { ...rest, path: pinned ? '/' : path, ...(domain && !pinned && { domain }) }
}
