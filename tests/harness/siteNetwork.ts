import { gateFile } from './gateFile.js'
import { GoogleWire, type PropertySettings } from './googleWire.js'
import { type Answer, type Network, type NetworkRequest, startNetwork } from './network.js'
import { type Pages, servePage } from './pages.js'
import { isSiteHost } from './siteHosts.js'

export interface SiteNetworkOptions {
  page: Pages
  /** Headers of every document: CSP, Set-Cookie and so on. */
  headers?: Record<string, string | string[]>
  /** What the double of gtag.js is built with. Its queue waits 500 ms here unless said otherwise. */
  gtag?: PropertySettings
  /** Comes before all other answers, Google's included: a blocked script, a slow answer. `undefined` passes on. */
  respond?: (request: NetworkRequest) => Answer | undefined | Promise<Answer | undefined>
}

export interface SiteNetwork extends Network {
  wire: GoogleWire
  /** What the site's own hosts were asked, in order. */
  requests: NetworkRequest[]
  /** Why requests were refused; the test fails when there are any. */
  stray: string[]
}

interface Ignoring {
  /** Requests that are no page's: neither recorded nor answered. */
  ignores?: (request: NetworkRequest) => boolean
}

/** The site, Google and the built loader as one network; everything else is refused. */
export async function siteNetwork(options: SiteNetworkOptions & Ignoring): Promise<SiteNetwork> {
  const wire = new GoogleWire({ queueMs: 500, ...options.gtag })
  const requests: NetworkRequest[] = []
  const stray: string[] = []
  const refuse = (reason: string): Answer => {
    stray.push(reason)
    return 'abort'
  }
  const network = await startNetwork(async (request) => {
    if (options.ignores?.(request)) return 'abort'
    // A request for Google is on record even where the test answers it itself.
    const forGoogle = GoogleWire.takes(request)
    const recorded = forGoogle ? wire.answer(request) : undefined
    if (!forGoogle && isSiteHost(request.url.hostname)) requests.push(request)
    const answer = (await options.respond?.(request)) ?? (await recorded)
    if (answer) return answer
    if (!isSiteHost(request.url.hostname)) {
      return refuse(`${request.method} ${request.url}: not a host of the tests`)
    }
    if (!request.url.pathname.startsWith('/gate/'))
      return servePage(options.page, options.headers ?? {}, request)
    try {
      return gateFile(request.url.pathname)
    } catch (error) {
      return refuse(String(error))
    }
  })
  return { ...network, wire, requests, stray }
}
