import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bundle } from './bundle.js'
import { root } from './root.js'
import { runTool } from './runTool.js'
import { scratchFolder } from './scratchFolder.js'

const folders = ['core', 'ga-adapter', 'banner', 'loader']
const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'))

const entries = folders.flatMap((folder) => {
  const manifest = manifestOf(folder)
  const modules = Object.entries(manifest.exports).filter(([, target]) => typeof target === 'object')
  return modules.flatMap(([path]) => {
    if (!path.endsWith('/*')) return [`${manifest.name}${path.slice(1)}`]
    const built = readdirSync(join(root, 'packages', folder, 'dist', path.slice(0, -1)))
    const names = built.filter((file) => file.endsWith('.js')).map((file) => file.slice(0, -3))
    return names.map((name) => `${manifest.name}${path.slice(1, -1)}${name}`)
  })
})

describe.each(entries)('%s', (entry) => {
  const folder = scratchFolder()

  test('P15 imports in bare Node, without a window', async () => {
    const file = join(folder, 'import.mjs')
    writeFileSync(file, `const entry = await import('${entry}'); console.log(Object.keys(entry).join())`)
    const { code, stdout, stderr } = await runTool(file, [], root)
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout.trim()).not.toBe('')
  })

  test('costs nothing when nothing of it is used', async () => {
    const file = join(folder, 'unused.js')
    writeFileSync(file, `import '${entry}'`)
    const [chunk, ...others] = await bundle(file)
    expect(chunk.code.trim()).toBe('')
    expect(others).toEqual([])
  })
})

test.each(folders)('%s is found by what reads no exports, such as Parcel as it comes', (folder) => {
  const { main, exports } = manifestOf(folder)
  expect(main).toBe(exports['.'].default)
})
