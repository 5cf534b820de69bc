import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeBlocks } from '../repo/codeBlocks.js'
import { root } from '../repo/root.js'
import { runTool } from '../repo/runTool.js'
import { scratchFolder } from '../repo/scratchFolder.js'

const DOCUMENT = 'packages/banner/README.md'
const snippets = [...codeBlocks(DOCUMENT, 'ts'), ...codeBlocks(DOCUMENT, 'tsx')]

test(`the snippets of ${DOCUMENT} pass the strict type check beside a consent`, async () => {
  expect(snippets.length).toBeGreaterThan(2)
  const folder = scratchFolder()
  snippets.forEach((code, index) => {
    writeFileSync(join(folder, `snippet${index}.tsx`), `${code}\nexport {}\n`)
  })
  writeFileSync(join(folder, 'page.d.ts'), "declare const consent: import('@consent-gate/core').Consent\n")
  const compilerOptions = {
    noEmit: true,
    jsx: 'react-jsx',
    jsxImportSource: 'preact',
    // What a snippet shows stands there to be looked at.
    noUnusedLocals: false,
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../../tsconfig.base.json', compilerOptions }),
  )
  const { stdout } = await runTool(join(root, 'node_modules/typescript/bin/tsc'), ['-p', folder], root)
  expect(stdout).toBe('')
})
