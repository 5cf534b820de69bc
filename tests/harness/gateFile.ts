import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Reply } from './network.js'

const dist = fileURLToPath(new URL('../../packages/loader/dist/', import.meta.url))

/** A file of the built loader, `/gate/gate.js` and what it loads. Throws when there is no build. */
export function gateFile(path: string): Reply {
  if (!existsSync(`${dist}gate.js`)) throw new Error(`No ${dist}gate.js: run npm run build first.`)
  const name = path.slice('/gate/'.length)
  if (!/^[\w.-]+$/.test(name) || !existsSync(`${dist}${name}`)) return { status: 404 }
  return {
    headers: {
      'content-type': name.endsWith('.json') ? 'application/json' : 'text/javascript; charset=utf-8',
      // The chunks carry integrity hashes, which a page on another host can check only with CORS.
      'access-control-allow-origin': '*',
    },
    body: readFileSync(`${dist}${name}`),
  }
}
