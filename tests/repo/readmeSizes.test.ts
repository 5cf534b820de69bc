import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './root.js'
import { runTool } from './runTool.js'

test('the sizes in the README are those of the build', async () => {
  const { code, stderr } = await runTool(join(root, 'scripts/readmeSizes.mjs'), ['--check'], root)
  expect(stderr).toBe('')
  expect(code).toBe(0)
})
