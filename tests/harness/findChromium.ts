import { existsSync } from 'node:fs'

/** As in `scripts/steps/browser.mjs`, which hands over what it found: these are for who starts vitest by hand. */
const PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of Chromium or Chrome on this machine. Throws with what to install when there is none. */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file.`)
  }
  const found = PATHS.find((path) => existsSync(path))
  if (found) return found
  throw new Error(
    'No Chromium found. On Debian or Ubuntu: apt-get install chromium fonts-noto-cjk; elsewhere install it from its ' +
      `maker. Or set CHROMIUM_PATH to the program. Looked at: ${PATHS.join(', ')}`,
  )
}
