import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach } from 'vitest'
import { gateFile } from './gateFile.js'
import { GoogleWire, type PropertySettings } from './googleWire.js'
import type { ChromiumOptions } from './launchChromium.js'
import { type Answer, type Network, type NetworkRequest, startNetwork } from './network.js'
import { type Pages, servePage } from './pages.js'
import { closeBrowsers, sharedBrowser } from './sharedBrowser.js'
import { isSiteHost } from './siteHosts.js'

export interface SiteOptions {
  /** Default `example.test`. Every site host serves the same pages, so a test can move between them. */
  host?: string
  scheme?: 'https' | 'http'
  /** Where the page starts. Default `/`. */
  path?: string
  page: Pages
  /** Headers of every document: CSP, Set-Cookie and so on. */
  headers?: Record<string, string | string[]>
  /** What the double of gtag.js is built with. Its queue waits 500 ms here unless said otherwise. */
  gtag?: PropertySettings
  launch?: ChromiumOptions
  context?: BrowserContextOptions
  /** Runs before the first navigation: init scripts, cookies. */
  before?: (context: BrowserContext) => Promise<unknown>
  /** Comes before all other answers, Google's included: a blocked script, a slow answer. `undefined` passes on. */
  respond?: (request: NetworkRequest) => Answer | undefined | Promise<Answer | undefined>
}

export interface Site {
  page: Page
  context: BrowserContext
  wire: GoogleWire
  /** What the site's own hosts were asked, in order. */
  requests: NetworkRequest[]
  /** Uncaught errors and console errors of every page of the context, CSP violations included. */
  errors: string[]
  /** The address the page was opened at. */
  url: string
  /** Another address of this site, on its own host or another site host. */
  urlOf(path: string, host?: string): string
}

interface Opened {
  context: BrowserContext
  network: Network
  stray: string[]
}

const opened: Opened[] = []

afterEach(async () => {
  const all = opened.splice(0)
  await Promise.all(
    all.map(async ({ context, network }) => {
      await context.close()
      await network.close()
    }),
  )
  const stray = all.flatMap((site) => site.stray)
  if (stray.length > 0) throw new Error(`The network refused:\n${stray.join('\n')}`)
})

afterAll(closeBrowsers)

function watchErrors(context: BrowserContext): string[] {
  const errors: string[] = []
  context.on('weberror', (error) => errors.push(error.error().message))
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}

/** Opens a page of a made-up site in a fresh context of the file's one Chromium. Closed after the test. */
export async function openSite(options: SiteOptions): Promise<Site> {
  const { host = 'example.test', scheme = 'https', path = '/', page: pages, headers = {} } = options
  const wire = new GoogleWire({ queueMs: 500, ...options.gtag })
  const requests: NetworkRequest[] = []
  const stray: string[] = []

  const refuse = (reason: string): Answer => {
    stray.push(reason)
    return 'abort'
  }
  const network = await startNetwork(async (request) => {
    const own = await options.respond?.(request)
    // A request for Google is on record even where the test answers it itself.
    const recorded = GoogleWire.takes(request) ? wire.answer(request) : undefined
    if (own ?? recorded) return own ?? recorded ?? 'abort'
    if (!isSiteHost(request.url.hostname))
      return refuse(`${request.method} ${request.url}: not a host of the tests`)
    requests.push(request)
    if (!request.url.pathname.startsWith('/gate/')) return servePage(pages, headers, request)
    try {
      return gateFile(request.url.pathname)
    } catch (error) {
      return refuse(String(error))
    }
  })
  const browser = await sharedBrowser(options.launch ?? {})
  const context = await browser.newContext({ ...options.context, proxy: { server: network.proxy } })
  opened.push({ context, network, stray })
  const errors = watchErrors(context)
  await options.before?.(context)

  const urlOf = (toPath: string, toHost = host) => `${scheme}://${toHost}${toPath}`
  const page = await context.newPage()
  await page.goto(urlOf(path))
  return { page, context, wire, requests, errors, url: urlOf(path), urlOf }
}
