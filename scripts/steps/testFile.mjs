import { command } from '../run/command.mjs'
import { StepError } from '../run/step.mjs'

/** Runs one file of browser tests, with what it prints, for the commands that take pictures or measure. */
export async function testFile(chromium, path, env = {}) {
  const { code } = await command(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'browser', path],
    { show: true, label: path, env: { CHROMIUM_PATH: chromium, ...env } },
  )
  if (code !== 0) throw new StepError(`${path} failed: its output is above.`)
}
