import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './findChromium.js'

export interface ChromiumOptions {
  /** Playwright turns the back/forward cache off; `'on'` gives the page what a visitor's browser has. Default `'off'`. */
  backForwardCache?: 'on' | 'off'
  /**
   * `'shell'`: the same engine without windows, where the distribution has it. A page costs it a third of the time;
   * it takes other fonts for `monospace`, and has no back/forward cache: with that on, the whole browser starts.
   * Default `'chromium'`, what people have.
   */
  program?: 'chromium' | 'shell'
  args?: readonly string[]
}

/** What the browser does besides showing pages. Chromium heeds the last such flag, so Playwright's own are here too. */
const featuresOff = [
  // Two pages of the address bar's for every window: they took a third of the time of all tests.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  // A renderer made in advance for each page that opens: as many again as there are.
  'SpareRendererForSitePerProcess',
  // A page of http stays one.
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  // Questions to Google of the browser's own.
  'AimEnabled',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PreconnectToSearch',
  // What Playwright's driver counts on.
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
]

/**
 * Flags for a Chromium that can reach nothing: names resolve to nothing, and what pages ask for goes to the proxy
 * of their context (see `network.ts`).
 */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  `--disable-features=${featuresOff}`,
  // Every host has the same throw-away certificate. A flag, because an accepted *bad* certificate
  // would still cancel prerendering.
  '--ignore-certificate-errors',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** Debian puts it beside the whole browser, in the same version. */
function shellBeside(path: string): string {
  const shell = `${path}-headless-shell`
  return existsSync(shell) ? shell : path
}

/** Starts the installed Chromium under Playwright. */
export function launchChromium({
  backForwardCache = 'off',
  program = 'chromium',
  args = [],
}: ChromiumOptions = {}): Promise<Browser> {
  const path = findChromium()
  const keepsPages = backForwardCache === 'on'
  return chromium.launch({
    executablePath: program === 'shell' && !keepsPages ? shellBeside(path) : path,
    ignoreDefaultArgs: keepsPages ? ['--disable-back-forward-cache'] : [],
    args: [...chromiumArgs, ...args],
  })
}
