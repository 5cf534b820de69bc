import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

function* files(path, skip) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false })
  if (stats?.isFile()) yield path
  if (!stats?.isDirectory()) return
  for (const name of readdirSync(join(root, path)).sort()) {
    if (!skip.includes(name)) yield* files(`${path}/${name}`, skip)
  }
}

/** One hash over the names and the content of all files at the paths; paths that are not there count as empty. */
export function contentHash(paths, skip = []) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of files(path, skip)) {
      const content = readFileSync(join(root, file))
      hash.update(`${file}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex')
}
