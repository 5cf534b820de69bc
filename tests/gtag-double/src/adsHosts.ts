import { isGranted } from './consentState.js'
import { cookieValues, writeCookie } from './cookieJar.js'
import type { Params } from './params.js'

const GCL_LIFE_S = 90 * 24 * 3600

/** Ads transports keep the `fetch` of the moment they load: a guard set up later does not see them. */
const fetchAtLoad = window.fetch.bind(window)

const post = (url: string) => {
  fetchAtLoad(url, { method: 'POST', mode: 'no-cors', keepalive: true }).catch(() => {})
}

/** Whether this property talks to the hosts of Google Signals for these fields. */
export const usesSignals = (googleSignals: 'on' | 'off', fields: Params): boolean =>
  googleSignals === 'on' && fields.allow_google_signals !== false && isGranted('ad_storage')

export function reportSignals(shared: string, config: Params): void {
  if (cookieValues('_gcl_au').length === 0) {
    const value = `1.1.${Math.floor(Math.random() * 0x7fffffff)}.${Math.floor(Date.now() / 1000)}`
    writeCookie('_gcl_au', value, config, GCL_LIFE_S)
  }
  post(`https://stats.g.doubleclick.net/g/collect?${shared}`)
  new Image(1, 1).src = `https://www.google.co.kr/ads/ga-audiences?${shared}`
}

/** A key event is also reported to Ads, without consent to a host that sets no cookies. */
export function reportKeyEvent(shared: string, name: string): void {
  const base = isGranted('ad_storage') ? 'www.google.com' : 'pagead2.googlesyndication.com'
  post(`https://${base}/measurement/conversion?${shared}&en=${encodeURIComponent(name)}`)
}
