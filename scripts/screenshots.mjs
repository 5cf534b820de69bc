// npm run screenshots: takes the pictures of the interface anew. tests/banner/README.md says when, and what to look at.
import { main } from './run/main.mjs'
import { browser } from './steps/browser.mjs'
import { build } from './steps/build.mjs'
import { install } from './steps/install.mjs'
import { testFile } from './steps/testFile.mjs'

await main(async () => {
  await install()
  const chromium = await browser()
  await build()
  await testFile(chromium, 'tests/banner/screenshots.test.ts', { SCREENSHOTS: 'take' })
  console.log(
    'The pictures are in tests/banner/baselines. `git status` lists those that changed: look at them.',
  )
})
