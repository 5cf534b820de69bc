import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { root } from './root.js'

/** A folder inside `tests`, where the published packages resolve, until the file's tests are done. */
export function scratchFolder(): string {
  const parent = join(root, 'tests/.cache')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'scratch-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
