import { cookieValues } from '../rules/cookieHeader.js'
import { removeEverywhere } from '../sweep/removeEverywhere.js'
import type { SessionConfig } from '../types/config.js'
import type { Host } from '../types/host.js'

/** The part of https://cookiestore.spec.whatwg.org that shows an expiry. */
interface CookieStore {
  get(name: string): Promise<{ expires?: number | null } | null>
}

/** Writes a readable auth cookie again, byte for byte, without an expiry and with the declared attributes. */
export function rewriteSession({ env, consent }: Host, session: SessionConfig): void {
  const { cookie, path = '/', domain, sameSite = 'Lax' } = session
  const secure = env.win.location.protocol === 'https:'
  const values = () => cookieValues(env.readCookies(), cookie)
  const [value] = values()
  if (value === undefined) return
  const write = () => env.writeCookie(cookie, value, { path, sameSite, secure, ...(domain && { domain }) })
  write()
  if (values().length > 1) {
    removeEverywhere(env, cookie, path)
    write()
  }
  const { cookieStore } = env.win as unknown as { cookieStore?: CookieStore }
  cookieStore?.get(cookie).then(
    (stored) => stored?.expires && consent.report('CG502', 'session.cookie', cookie),
    () => {},
  )
}
