import { existsSync } from 'node:fs'
import { apt } from '../run/apt.mjs'
import { StepError, step } from '../run/step.mjs'
import { works } from '../run/works.mjs'

const KNOWN_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
// Without fonts for Korean and Arabic, screenshots show boxes.
const PACKAGES = ['chromium', 'fonts-noto-cjk', 'fonts-dejavu-core']

const installed = () => KNOWN_PATHS.find((path) => existsSync(path))

const advice = () => `The browser tests need Chromium or Chrome, and none was found. Either
  - on Debian or Ubuntu:  sudo apt-get install ${PACKAGES.join(' ')}
  - elsewhere: install Chrome or Chromium from its maker,
or set CHROMIUM_PATH to the program of one that you have, then run this again. Looked at:
  ${KNOWN_PATHS.join('\n  ')}`

/** Finds the browser for the tests, or installs the distribution's own. Its path goes to the tests as CHROMIUM_PATH. */
export async function browser() {
  let path = process.env.CHROMIUM_PATH
  await step('Find a browser', async () => {
    if (path && !existsSync(path)) throw new StepError(`CHROMIUM_PATH is ${path}, and there is no such file.`)
    path ||= installed()
    if (!path && (await apt(PACKAGES))) path = installed()
    if (!path) throw new StepError(advice())
    if (!(await works(path, ['--version']))) throw new StepError(`${path} does not start: run it to see why.`)
    return path
  })
  return path
}
