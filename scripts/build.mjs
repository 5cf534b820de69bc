// npm run build: installs, then leaves every `dist`.
import { main } from './run/main.mjs'
import { build } from './steps/build.mjs'
import { install } from './steps/install.mjs'

await main(async () => {
  await install()
  await build()
})
