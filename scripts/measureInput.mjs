// npm run measure:input: how soon a click paints and how long our tasks are on a slow CPU. docs/performance.md reports it.
import { main } from './run/main.mjs'
import { browser } from './steps/browser.mjs'
import { build } from './steps/build.mjs'
import { install } from './steps/install.mjs'
import { testFile } from './steps/testFile.mjs'

await main(async () => {
  await install()
  const chromium = await browser()
  await build()
  await testFile(chromium, 'tests/banner/inputTiming.test.ts', { RUNS: process.env.RUNS ?? '9' })
})
