import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bundle } from './bundle.js'
import { checkTypes } from './checkTypes.js'
import { codeBlocks } from './codeBlocks.js'
import { root } from './root.js'
import { scratchFolder } from './scratchFolder.js'

describe.each(['README.md', 'README.ko.md'])('the npm snippet of %s', (readme) => {
  const folder = scratchFolder()
  const [snippet = ''] = codeBlocks(readme, 'ts')

  test('has ten lines', () => {
    expect(snippet.trim().split('\n')).toHaveLength(10)
  })

  // npm would leave their `workspace:*` in, which it then refuses to install.
  test('comes with packs of the pnpm that this repository has, for as long as npm has no packages', () => {
    const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const [major] = packageManager.split('.')
    const pack = codeBlocks(readme, 'sh').find((code) => code.includes(' pack '))
    expect(pack).toMatch(`npx ${major} --filter "./packages/*" pack `)
    expect(pack).toMatch('npm install /tmp/consent-gate/*.tgz')
  })

  test('passes the strict type check', async () => {
    writeFileSync(join(folder, 'snippet.ts'), snippet)
    const { code, stdout } = await checkTypes(folder, 'snippet.ts')
    expect(stdout).toBe('')
    expect(code).toBe(0)
  })

  test('bundles, with the UI in chunks of its own', async () => {
    writeFileSync(join(folder, 'snippet.js'), snippet)
    const [entry, ...others] = await bundle(join(folder, 'snippet.js'))
    expect(entry.dynamicImports.length).toBeGreaterThan(0)
    expect(entry.moduleIds.filter((id) => /node_modules\/preact\//.test(id))).toEqual([])
    expect(others.length).toBeGreaterThan(0)
  })
})
