import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/** Remembers what a step was last done for, so that a second run does not repeat it. */
export function marker(name, folder = '.cache') {
  const file = join(root, folder, `${name}.done`)
  return {
    read() {
      try {
        return readFileSync(file, 'utf8')
      } catch {
        return ''
      }
    },
    write(content) {
      mkdirSync(join(root, folder), { recursive: true })
      writeFileSync(file, content)
    },
    clear() {
      rmSync(file, { force: true })
    },
  }
}
