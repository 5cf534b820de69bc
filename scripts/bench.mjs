// npm run bench: the same visits to a site with us, and with each of four others. docs/performance.md reports it.
import { command } from './run/command.mjs'
import { main } from './run/main.mjs'
import { StepError } from './run/step.mjs'
import { browser } from './steps/browser.mjs'
import { build } from './steps/build.mjs'
import { install } from './steps/install.mjs'

await main(async () => {
  await install()
  const chromium = await browser()
  await build()
  const { code } = await command(process.execPath, ['bench/main.mjs'], {
    show: true,
    label: 'bench',
    env: { CHROMIUM_PATH: chromium },
  })
  if (code !== 0) throw new StepError('The benchmark ended early: its output is above.')
})
