import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.js'

const NOT_SOURCE = new Set([
  'node_modules',
  'dist',
  'build',
  'coverage',
  '.git',
  '.cache',
  'reports',
  '.stryker-tmp',
])

/** Paths of the repository's own files, relative to its folder, that end in `suffix`. Needs no git. */
export function trackedFiles(suffix: RegExp, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory()) return NOT_SOURCE.has(entry.name) ? [] : trackedFiles(suffix, path)
    return suffix.test(entry.name) ? [path] : []
  })
}
