import { existsSync } from 'node:fs'
import { apt } from '../run/apt.mjs'
import { StepError, step } from '../run/step.mjs'

/** Debian's names. MiniBrowser comes with the driver's libraries, Xvfb is a display that nobody sees. */
const PACKAGES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb', 'fonts-noto-cjk', 'fonts-dejavu-core']

const KNOWN_PATHS = {
  FIREFOX_PATH: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
  WEBKIT_DRIVER_PATH: ['/usr/bin/WebKitWebDriver'],
  WEBKIT_PATH: ['4.1', '6.0', '4.0'].flatMap((version) =>
    ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
  ),
}

const found = () =>
  Object.fromEntries(
    Object.entries(KNOWN_PATHS).flatMap(([name, paths]) => {
      const path = process.env[name] ?? paths.find((one) => existsSync(one))
      return path ? [[name, path]] : []
    }),
  )
const missing = () => Object.keys(KNOWN_PATHS).filter((name) => !(name in found()))

/** Finds Firefox and WebKitGTK, or installs the distribution's. Their paths go to the walk by these names. */
export async function engines() {
  await step('Find Firefox and WebKit', async () => {
    if (missing().length > 0) await apt(PACKAGES)
    if (missing().length > 0)
      throw new StepError(`Not found: ${missing().join(', ')}. Install ${PACKAGES.join(' ')} (the names in Debian),
or set these variables to the programs that you have.`)
    return Object.values(found()).join(', ')
  })
  return found()
}
