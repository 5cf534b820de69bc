/**
 * Every `[name, value]` of a `Cookie` header or `document.cookie`, raw and in order. One name can occur twice
 * (host and domain cookies); nothing is decoded. https://httpwg.org/specs/rfc6265.html#sane-cookie
 */
export function parseCookieHeader(header: string): [name: string, value: string][] {
  return header.split(';').flatMap((part) => {
    const [name, ...value] = part.trim().split('=')
    return name && value.length ? [[name, value.join('=')]] : []
  })
}

/** The values of one name, in the order the browser sends them. */
export function cookieValues(header: string, name: string): string[] {
  return parseCookieHeader(header).flatMap(([key, value]) => (key === name ? [value] : []))
}
