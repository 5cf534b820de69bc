import { Cookie, CookieJar } from 'tough-cookie'

/** `unwritable`: read, and every write ignored. `refused`: `document.cookie` reads empty and holds nothing. */
export type CookieFault = 'fine' | 'unwritable' | 'refused'

export interface JarCookie {
  readonly name: string
  readonly value: string
  readonly session: boolean
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: string
  readonly domain: string
  readonly path: string
}

/** One browser's cookies, with the domain, path, Secure, HttpOnly and public-suffix rules of RFC 6265. */
export class FakeJar {
  fault: CookieFault = 'fine'
  readonly #jar = new CookieJar(undefined, { prefixSecurity: 'strict', looseMode: true })
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** What `document.cookie` reads. */
  read(url: string): string {
    if (this.fault === 'refused') return ''
    return this.#alive(url, false)
      .map((cookie) => cookie.cookieString())
      .join('; ')
  }

  /** What setting `document.cookie` does. */
  write(url: string, line: string): void {
    const cookie = Cookie.parse(line, { loose: true })
    if (this.fault !== 'fine' || !cookie || cookie.cookieString().length > 4096) return
    if (cookie.secure && !url.startsWith('https:')) return
    this.#jar.setCookieSync(line, url, { http: false, ignoreError: true })
    this.#alive(url, true)
  }

  /** A `Set-Cookie` line of a response. */
  receive(url: string, line: string): void {
    this.#jar.setCookieSync(line, url, { http: true })
  }

  /** The visitor clears the site's cookies in the browser's settings. */
  clear(): void {
    this.#jar.removeAllCookiesSync()
  }

  /** Everything a request to the page would carry, HttpOnly included, with attributes. */
  all(url: string): JarCookie[] {
    return this.#alive(url, true).map((cookie) => ({
      name: cookie.key,
      value: cookie.value,
      session: cookie.expires === 'Infinity' || cookie.expires === null,
      secure: cookie.secure,
      httpOnly: cookie.httpOnly,
      sameSite: cookie.sameSite ?? 'none',
      domain: `${cookie.hostOnly ? '' : '.'}${cookie.domain}`,
      path: cookie.path ?? '/',
    }))
  }

  /** What has not expired; the rest is deleted for good, by this clock and not by the library's. */
  #alive(url: string, http: boolean): Cookie[] {
    const all = this.#jar.getCookiesSync(url, { http, expire: false })
    const expired = all.filter(({ expires }) => expires instanceof Date && expires.getTime() <= this.#now())
    for (const { domain, path, key } of expired) {
      this.#jar.store.removeCookie(domain ?? '', path ?? '/', key, () => {})
    }
    return all.filter((cookie) => !expired.includes(cookie))
  }
}
