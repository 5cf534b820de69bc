import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeAfterTest } from './closeAfterTest.js'
import { findChromium } from './findChromium.js'
import { chromiumArgs } from './launchChromium.js'
import type { NetworkRequest } from './network.js'
import { type SiteNetworkOptions, siteNetwork } from './siteNetwork.js'

/** A request of the browser itself, such as for updates, comes from no site and is no navigation. */
const isBrowserOwn = ({ headers }: NetworkRequest) =>
  (headers['sec-fetch-site'] ?? 'none') === 'none' && headers['sec-fetch-mode'] !== 'navigate'

/**
 * Opens `https://example.test/` in a Chromium that nothing is attached to: Playwright turns prerendering off in
 * every page it drives. The page steers itself and reports by requests to its own site.
 */
export async function openUnattended(options: SiteNetworkOptions) {
  const network = await siteNetwork({ ...options, ignores: isBrowserOwn })
  const profile = mkdtempSync(join(tmpdir(), 'unattended-'))
  const browser = spawn(
    findChromium(),
    [
      '--headless=new',
      ...chromiumArgs,
      '--no-default-browser-check',
      `--user-data-dir=${profile}`,
      `--proxy-server=${network.proxy}`,
      '--proxy-bypass-list=<-loopback>',
      'https://example.test/',
    ],
    { detached: true, stdio: 'ignore' },
  )
  closeAfterTest(network, async () => {
    const ended = once(browser, 'exit')
    if (browser.pid !== undefined && browser.exitCode === null) {
      process.kill(-browser.pid)
      await ended
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  })
  return { wire: network.wire, requests: network.requests }
}
