import type { ConsentEnv } from '@consent-gate/core'
import { loadChunk } from './loadChunk.js'
import type { LoadScript } from './scriptChunks.js'

/** Fetches each chunk that lies beside `gate.js` once, and again only after a failure. */
export function scriptLoader(env: ConsentEnv, gateUrl: string): LoadScript {
  const loading = new Map<string, Promise<unknown>>()
  return <T>(name: string, integrity: string, needs?: unknown) => {
    const known = loading.get(name)
    if (known) return known as Promise<T>
    const src = new URL(`gate-${name}.js`, gateUrl).href
    const chunk = loadChunk<T>(env, src, integrity, needs)
    loading.set(name, chunk)
    chunk.catch(() => loading.delete(name))
    return chunk
  }
}
