import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { SiteContext } from './siteEnv.js'

const SESSION_COOKIE = 'sid'

/** Behind a proxy that ends TLS the request looks like plain http: `secure` has to be true there. */
const attributes = (c: SiteContext) =>
  ({ path: '/', sameSite: 'Lax', secure: new URL(c.req.url).protocol === 'https:' }) as const

/** Without Expires and Max-Age: the cookie ends with the browser session. */
export const writeSessionCookie = (c: SiteContext, token: string): void =>
  setCookie(c, SESSION_COOKIE, token, { ...attributes(c), httpOnly: true })

export const readSessionCookie = (c: SiteContext): string | undefined => getCookie(c, SESSION_COOKIE)

export const clearSessionCookie = (c: SiteContext): void => {
  deleteCookie(c, SESSION_COOKIE, attributes(c))
}
