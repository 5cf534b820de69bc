import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

let bundle

/** One bundle serves every property: what differs is handed to it as an argument. */
function bundled() {
  bundle ??= buildSync({
    entryPoints: [fileURLToPath(new URL('src/main.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
  }).outputFiles[0].text
  return bundle
}

export function gtagSource(settings) {
  return `/* A stand-in for gtag.js. Not Google's code. */\n(function (GTAG_SETTINGS) {\n${bundled()}})(${JSON.stringify(settings)})\n`
}
