/** Where gtag.js sends hits and diagnostics, seen in builds gtm=45je63p1, 45je6431 and 45je5861. */
const GOOGLE =
  /^(([\w-]+\.)*google-analytics\.com\/|([\w-]+\.)*analytics\.google\.com\/|([\w-]+\.)*g\.doubleclick\.net\/|www\.google(\.[a-z]{2,3}){1,2}\/(ads\/ga-audiences|measurement|ccm|rmkt)|pagead2\.googlesyndication\.com\/(measurement|ccm)|www\.googletagmanager\.com\/(td|a)$)/

/**
 * Whether a request goes to Google Analytics' measurement, or to the configured transport. Everything else of
 * Google (maps, sign-in, fonts, reCAPTCHA) and of the site passes (P15).
 */
export function isMeasurement(url: URL, transport: string | undefined, base: string): boolean {
  if (transport) {
    const { origin, pathname } = new URL(transport, base)
    const collect = `${pathname.replace(/\/$/, '')}/g/`
    if (url.origin === origin && url.pathname.startsWith(collect)) return true
  }
  return GOOGLE.test(url.hostname + url.pathname)
}
