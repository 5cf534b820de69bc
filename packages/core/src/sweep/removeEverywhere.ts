import { cookieValues } from '../rules/cookieHeader.js'
import type { ConsentEnv } from '../types/env.js'

/**
 * Deletes a cookie on every domain and path that this page can reach: a deletion works only with the Domain
 * and Path it was set with, and neither can be read. True when it is gone.
 */
export function removeEverywhere(env: ConsentEnv, name: string, path?: string): boolean {
  const { hostname, pathname, protocol } = env.win.location
  const secure = protocol === 'https:'
  const gone = () => !cookieValues(env.readCookies(), name).length
  for (const at of reachablePaths(pathname, path)) {
    env.removeCookie(name, { path: at, secure })
    for (const domain of reachableDomains(hostname)) env.removeCookie(name, { path: at, domain, secure })
    if (gone()) return true
  }
  return gone()
}

/** The host and its parents, highest last: `a.example.co.kr`, `example.co.kr`, `co.kr`, `kr`. */
export function reachableDomains(hostname: string): string[] {
  const labels = hostname.split('.')
  return labels.map((_, index) => labels.slice(index).join('.'))
}

/** `/`, what was declared, and every folder of the address with and without its last slash. */
function reachablePaths(pathname: string, declared?: string): Set<string> {
  const parts = pathname.split('/').slice(1)
  const folders = parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`)
  return new Set([
    '/',
    ...(declared ? [declared] : []),
    ...folders.flatMap((folder) => [folder, `${folder}/`]),
  ])
}
