import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { closeAfterTest } from './closeAfterTest.js'
import type { GoogleWire } from './googleWire.js'
import type { ChromiumOptions } from './launchChromium.js'
import type { NetworkRequest } from './network.js'
import { sharedBrowser } from './sharedBrowser.js'
import { type SiteNetworkOptions, siteNetwork } from './siteNetwork.js'

export interface SiteOptions extends SiteNetworkOptions {
  /** Default `example.test`. Every site host serves the same pages, so a test can move between them. */
  host?: string
  scheme?: 'https' | 'http'
  /** Where the page starts. Default `/`. */
  path?: string
  launch?: ChromiumOptions
  context?: BrowserContextOptions
  /** Runs before the first navigation: init scripts, cookies. */
  before?: (context: BrowserContext) => Promise<unknown>
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
  const { host = 'example.test', scheme = 'https', path = '/' } = options
  const network = await siteNetwork(options)
  const browser = await sharedBrowser({ program: 'shell', ...options.launch })
  const context = await browser.newContext({ ...options.context, proxy: { server: network.proxy } })
  closeAfterTest(network, () => context.close())
  const errors = watchErrors(context)
  await options.before?.(context)

  const urlOf = (toPath: string, toHost = host) => `${scheme}://${toHost}${toPath}`
  const page = await context.newPage()
  await page.goto(urlOf(path))
  return { page, context, wire: network.wire, requests: network.requests, errors, url: urlOf(path), urlOf }
}
