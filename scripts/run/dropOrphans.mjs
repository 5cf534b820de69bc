import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What `tsc` and rollup make of one source file. The script tag's chunks are bundles and look after themselves. */
const MADE = /^(?!gate.*\.js$)(.+?)(\.d\.ts|\.js)(\.map)?$/

const filesIn = (folder) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).filter((file) => MADE.test(file)) : []

/**
 * Removes from a package what an earlier build made of a source that is gone or has another name now. Nothing that
 * is still made is touched, so no moment passes without it. Returns what was removed.
 */
export function dropOrphans(packageFolder) {
  const removed = []
  for (const output of ['build', 'dist/types', 'dist']) {
    const folder = join(packageFolder, output)
    for (const file of filesIn(folder)) {
      if (output === 'dist' && file.startsWith('types')) continue
      const source = join(packageFolder, 'src', file.replace(MADE, '$1'))
      if (existsSync(`${source}.ts`) || existsSync(`${source}.tsx`)) continue
      rmSync(join(folder, file))
      removed.push(`${output}/${file}`)
    }
  }
  return removed
}
