import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Engine } from './engine.js'
import { webDriver } from './webDriver.js'

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS = { Escape: '\uE00C', Tab: '\uE004' }
const PORT = 9_517

/** A display that nobody sees; resolves with its number. */
async function display(): Promise<{ server: ChildProcess; number: string }> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1100x800x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [number] = await once(server.stdout, 'data')
  return { server, number: `:${String(number).trim()}` }
}

async function listening(url: string): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (await fetch(`${url}/status`).catch(() => null)) return
    await wait(100)
  }
  throw new Error(`${url} does not answer.`)
}

/** The distribution's WebKitGTK: the engine of Safari, in the small browser that comes with its driver. */
export async function webkit(driverPath: string, miniBrowser: string): Promise<Engine> {
  const { server, number } = await display()
  const driver = spawn(driverPath, [`--port=${PORT}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: number,
      // Its sandbox does not start for root, as in containers. It sees the demo site only.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
  })
  const url = `http://127.0.0.1:${PORT}`
  await listening(url)
  const { send } = await webDriver(url, {
    'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
  })
  return {
    open: (address) => send('POST', '/url', { url: address }),
    evaluate: (expression) => send('POST', '/execute/sync', { script: `return ${expression}`, args: [] }),
    async click(selector) {
      const found = await send<Record<string, string>>('POST', '/element', {
        using: 'css selector',
        value: selector,
      })
      await send('POST', `/element/${Object.values(found)[0]}/click`, {})
    },
    async press(key) {
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] }))
      await send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
    },
    screenshot: async () => Buffer.from(await send<string>('GET', '/screenshot'), 'base64'),
    async close() {
      await send('DELETE', '')
      driver.kill()
      server.kill()
    },
  }
}
