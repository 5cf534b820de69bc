import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/** Where the published script-tag files are, or null while they are not built. */
export function gateFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('consent-gate/gate.js'))
  } catch {
    return null
  }
}
