import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { root } from './root.js'
import { scratchFolder } from './scratchFolder.js'

const { dropOrphans }: { dropOrphans: (packageFolder: string) => string[] } = await import(
  pathToFileURL(join(root, 'scripts/run/dropOrphans.mjs')).href
)

const KEPT = [
  'src/index.ts',
  'src/ui/Card.tsx',
  'build/index.js',
  'build/ui/Card.js',
  'build/.tsbuildinfo',
  'dist/index.js',
  'dist/ui/Card.js',
  'dist/types/index.d.ts',
  'dist/types/ui/Card.d.ts',
  'dist/gate.js',
  'dist/gate-ui.js',
  'dist/manifest.json',
]
const ORPHANS = ['build/ui/Old.js', 'dist/types/ui/Old.d.ts', 'dist/ui/Old.js']

test('a build drops what was made of a source of another name, and nothing that is still made', () => {
  const folder = scratchFolder()
  for (const file of [...KEPT, ...ORPHANS]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), '')
  }
  expect(dropOrphans(folder).sort()).toEqual([...ORPHANS].sort())
  expect(KEPT.filter((file) => !existsSync(join(folder, file)))).toEqual([])
  expect(ORPHANS.filter((file) => existsSync(join(folder, file)))).toEqual([])
})

test('a package that was never built has nothing to drop', () => {
  expect(dropOrphans(scratchFolder())).toEqual([])
})
