import type { SessionConfig } from '../types/config.js'

/** The session cookie's settings, or null where there is no name that a cookie could have. */
export function resolveSession(given: SessionConfig | undefined): SessionConfig | null {
  // https://httpwg.org/specs/rfc6265.html#sane-set-cookie-syntax
  if (!given || !/^[\w!#$%&'*+.^`|~-]+$/.test(given.cookie)) return null
  // `__Host-` cookies have no Domain and the path `/`.
  if (!/^__Host-/i.test(given.cookie)) return given
  const { domain: _, path: __, ...pinned } = given
  return pinned
}
