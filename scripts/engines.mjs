// npm run engines: the walk through the demo site in Firefox and in WebKit, with pictures in .cache/engines.
import { command } from './run/command.mjs'
import { main } from './run/main.mjs'
import { build } from './steps/build.mjs'
import { engines } from './steps/engines.mjs'
import { install } from './steps/install.mjs'

await main(async () => {
  await install()
  const env = await engines()
  await build()
  const { code } = await command(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/engines/vitest.config.ts'],
    { show: true, label: 'engines', env },
  )
  process.exitCode = code
})
