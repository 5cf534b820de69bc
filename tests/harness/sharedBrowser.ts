import type { Browser } from 'playwright-core'
import { type ChromiumOptions, launchChromium } from './launchChromium.js'

const browsers = new Map<string, Promise<Browser>>()

/** One Chromium per test file and set of options; contexts keep the tests apart. */
export function sharedBrowser(options: ChromiumOptions): Promise<Browser> {
  const key = JSON.stringify(options)
  const running = browsers.get(key) ?? launchChromium(options)
  browsers.set(key, running)
  return running
}

export async function closeBrowsers(): Promise<void> {
  const running = [...browsers.values()]
  browsers.clear()
  await Promise.all(running.map(async (browser) => (await browser).close()))
}
