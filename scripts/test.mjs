// npm test: everything that must hold, from a fresh clone.
import { main } from './run/main.mjs'
import { StepError, step } from './run/step.mjs'
import { tool } from './run/tool.mjs'
import { browser } from './steps/browser.mjs'
import { build } from './steps/build.mjs'
import { headlessShell } from './steps/headlessShell.mjs'
import { install } from './steps/install.mjs'
import { vitest } from './steps/vitest.mjs'

/** Checks that do not stand in each other's way: all of them run, so that one run shows all there is to mend. */
const checks = {
  Lint: () => tool('@biomejs/biome', 'biome', ['check', '--error-on-warnings', '.']),
  'Types of the tests': () => tool('typescript', 'tsc', ['-p', 'tsconfig.tests.json']),
  'Coverage of the rules': () =>
    tool('vitest', 'vitest', ['run', '--project', 'unit', '--coverage', 'packages/core/src/rules']),
  Sizes: async () => {
    console.log(await tool('size-limit', 'size-limit', []))
  },
}

await main(async () => {
  await install()
  const chromium = await browser()
  await headlessShell(chromium)
  await build()

  const broken = []
  for (const [name, check] of Object.entries(checks)) {
    await step(name, async () => void (await check())).catch((error) => {
      console.error(error instanceof StepError ? error.message : error)
      broken.push(name)
    })
  }
  console.log('▸ Tests')
  const { passed, failed } = await vitest(chromium)

  if (broken.length > 0)
    console.error(`Failed before the tests: ${broken.join(', ')}. Their output is above.`)
  console.log(`${passed} passed, ${failed} failed`)
  if (broken.length > 0 || failed > 0 || passed === 0) process.exitCode = 1
})
