import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { command } from '../run/command.mjs'
import { root } from '../run/root.mjs'

const REPORT = '.cache/vitest.json'

/** Files that broke before a test of theirs could fail: an import, a hook. */
function brokenFiles(report) {
  return report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
}

/** Runs every project. A test that did not run counts as failed: nothing is skipped here. */
export async function vitest(chromium) {
  const file = join(root, REPORT)
  rmSync(file, { force: true })
  const { code } = await command(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORT}`,
    ],
    { show: true, label: 'tests', env: { CHROMIUM_PATH: chromium } },
  )
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const passed = report.numPassedTests
  const failed = report.numTotalTests - passed + brokenFiles(report)
  // An error outside of every test fails the run without failing one of them.
  return { passed, failed: code !== 0 ? Math.max(failed, 1) : failed }
}
