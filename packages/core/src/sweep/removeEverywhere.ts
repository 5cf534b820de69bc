import { cookieValues } from '../rules/cookieHeader.js'
import type { ConsentEnv } from '../types/env.js'

/**
 * Deletes a cookie on every domain and path that this page can reach: a deletion works only with the Domain
 * and Path it was set with, and neither can be read. True when it is gone, as far as this page sees: so where it was
 * declared comes first, seen or not.
 */
export function removeEverywhere(env: ConsentEnv, name: string, declared = '/'): boolean {
  const { hostname, pathname, protocol } = env.win.location
  // The host itself, then every domain above it: `shop.example.co.kr`, `example.co.kr`, `co.kr`, `kr`.
  const labels = hostname.split('.')
  const domains = [{}, ...labels.map((_, index) => ({ domain: labels.slice(index).join('.') }))]
  // `/`, and every folder of the address with and without its last slash.
  const parts = pathname.split('/')
  const folders = parts.map((_, index) => parts.slice(0, index + 1).join('/'))
  const gone = () => !cookieValues(env.readCookies(), name).length
  return [declared, '/', ...folders.flatMap((folder) => [folder, `${folder}/`])].some((path) => {
    for (const domain of domains) env.removeCookie(name, { ...domain, path, secure: protocol === 'https:' })
    return gone()
  })
}
