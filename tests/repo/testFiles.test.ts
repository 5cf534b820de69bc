import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { narrowed } from './narrowed.js'
import { root } from './root.js'
import { runTool } from './runTool.js'
import { trackedFiles } from './trackedFiles.js'

const TEST_FILE = /\.(test|spec)\.[cm]?[jt]sx?$/

test('every test file is collected by a vitest project', async () => {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const { code, stdout, stderr } = await runTool(vitest, ['list', '--filesOnly', '--json'], root)
  expect(code, stderr).toBe(0)
  const listed: { file: string }[] = JSON.parse(stdout)
  const collected = listed.map(({ file }) => relative(root, file)).sort()
  expect(collected).toEqual(trackedFiles(TEST_FILE).sort())
})

test('no test is narrowed, skipped or left for later', () => {
  const found = trackedFiles(TEST_FILE).flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (narrowed.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})

// In two halves, or this file would be found as well.
test.each([
  ['it', '.only('],
  ['describe', '.skip('],
  ['test', '.todo('],
  ['test.concurrent', '.skipIf(ci)('],
  ['xit', '('],
  ['context', '.skip('],
  ["it('x', { skip", ': true }'],
])('narrowed finds %s%s', (head, tail) => {
  expect(`${head}${tail}`).toMatch(narrowed)
})
