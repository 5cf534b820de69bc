import { existsSync } from 'node:fs'

interface Known {
  variable: string
  paths: readonly string[]
  install: string
}

const multiarch = ['x86_64-linux-gnu', 'aarch64-linux-gnu']

/** Where each program is looked for: its environment variable first, then these paths. */
const known = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    paths: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/usr/bin/google-chrome-stable',
      '/snap/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    install: 'apt-get install chromium fonts-noto-cjk',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    paths: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    install: 'apt-get install firefox-esr fonts-noto-cjk',
  },
  webkit: {
    variable: 'WEBKIT_PATH',
    paths: multiarch.map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`),
    install: 'apt-get install webkit2gtk-driver fonts-noto-cjk',
  },
  webkitDriver: {
    variable: 'WEBKIT_DRIVER_PATH',
    paths: ['/usr/bin/WebKitWebDriver'],
    install: 'apt-get install webkit2gtk-driver',
  },
} satisfies Record<string, Known>

export type BrowserProgram = keyof typeof known

/** The path of a browser or driver on this machine. Throws with what to install when there is none. */
export function findBrowser(program: BrowserProgram): string {
  const { variable, paths, install }: Known = known[program]
  const named = process.env[variable]
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`${variable} is ${named}, and there is no such file.`)
  }
  const found = paths.find((path) => existsSync(path))
  if (found) return found
  throw new Error(
    `No ${program} found. On Debian or Ubuntu: ${install}; elsewhere install it from its maker. ` +
      `Or set ${variable} to the program. Looked at: ${paths.join(', ')}`,
  )
}
