// npm start: from a fresh clone to the demo site.
import { spawn } from 'node:child_process'
import { main } from './run/main.mjs'
import { root } from './run/root.mjs'
import { build } from './steps/build.mjs'
import { install } from './steps/install.mjs'

const GRACE_MS = 500

/** Runs the site until it ends. A terminal sends Ctrl-C to both; only a signal that missed the site is passed on. */
function serve() {
  return new Promise((resolve, reject) => {
    const site = spawn(process.execPath, ['examples/site/build/main.js'], { cwd: root, stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => setTimeout(() => site.kill(signal), GRACE_MS))
    }
    site.on('error', reject)
    site.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
  })
}

await main(async () => {
  await install()
  await build()
  process.exit(await serve())
})
