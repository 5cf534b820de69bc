import type { ConsentEnv } from '@consent-gate/core'

/** A script element through which a chunk hands over what it exports, and gets what it needs. */
export interface ChunkElement extends HTMLScriptElement {
  chunk?: unknown
  need?: () => unknown
}

/**
 * Loads a chunk that lies beside `gate.js`: a classic script with its sha256 as integrity, so that a strict
 * `script-src`, Trusted Types and SRI all hold. It leaves its exports on its own element, not on the window.
 */
export function loadChunk<T>(env: ConsentEnv, src: string, hash: unknown, needs?: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const done = () => {
      script.remove()
      if (script.chunk) resolve(script.chunk as T)
      else reject(new Error(src))
    }
    const script: ChunkElement = env.insertScript({
      src,
      integrity: `sha256-${hash}`,
      onload: done,
      onerror: done,
    })
    script.need = () => needs
  })
}
