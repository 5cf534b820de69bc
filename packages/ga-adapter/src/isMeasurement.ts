/**
 * Where the tag sends what it measures, as host, path and query (builds 45je5861, 45je63p1, 45je6431). Maps,
 * sign-in, fonts and reCAPTCHA of Google are none of it. The last part is a hit to a server of the site's own,
 * whose other paths are not the tag's.
 */
const MEASUREMENT =
  /^(([\w-]+\.)*(google-analytics|analytics\.google)\.com\/|stats\.g\.doubleclick\.net\/|(www\.google\.[.a-z]+|pagead2\.googlesyndication\.com)\/(measurement|ccm|ads\/ga-)|www\.googletagmanager\.com\/(a|td)\?|[^?]+\/g\/(s\/)?collect\?v=2)/

/** Whether what `fetch` or `sendBeacon` was given (a string, URL or Request) is a measurement. */
export function isMeasurement(request: unknown, base: string): boolean {
  try {
    const { host, pathname, search } = new URL(`${(request as Partial<Request>).url ?? request}`, base)
    return MEASUREMENT.test(host + pathname + search)
  } catch {
    // An address that is none is for the browser to refuse.
    return false
  }
}
