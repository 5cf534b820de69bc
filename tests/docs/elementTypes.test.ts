import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../repo/root.js'
import { runTool } from '../repo/runTool.js'
import { scratchFolder } from '../repo/scratchFolder.js'
import { blocksIn, section } from './section.js'

const [types = ''] = blocksIn(section('docs/configuration.md', '### Elements'), 'ts')
const folder = scratchFolder()

const page = (element: string) => `export const Privacy = () => ${element}\n`

/** What the compiler says of a page in TSX beside the types. */
async function check(framework: string, element: string) {
  const compilerOptions = { noEmit: true, jsx: 'react-jsx', jsxImportSource: framework }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../../tsconfig.base.json', compilerOptions }),
  )
  writeFileSync(join(folder, 'consent-gate.d.ts'), types.replaceAll("'preact'", `'${framework}'`))
  writeFileSync(join(folder, 'Privacy.tsx'), page(element))
  const { stdout } = await runTool(join(root, 'node_modules/typescript/bin/tsc'), ['-p', folder], root)
  return stdout
}

describe.each(['preact', 'react'])('the types of our elements in configuration.md, with %s', (framework) => {
  test.each([
    '<consent-gate-toggle service="google-analytics" id="ga" />',
    '<consent-gate-toggle key="first" />',
    '<consent-gate-disclosure service="videos" title="Videos" />',
    '<consent-gate-policies hidden />',
  ])('take %s', async (element) => {
    expect(await check(framework, element)).toBe('')
  })

  test.each([
    '<consent-gate-toggle service={1} />',
    '<consent-gate-policies service="videos" />',
    '<consent-gate />',
  ])('refuse %s', async (element) => {
    expect(await check(framework, element)).toMatch(/^Privacy|\/Privacy/)
  })
})
