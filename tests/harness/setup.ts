import { afterAll, afterEach } from 'vitest'
import { closeOpened } from './closeAfterTest.js'
import { closeBrowsers } from './sharedBrowser.js'

// vitest.config.ts has this run for every file; modules are shared between files, so none may register hooks itself.
afterEach(closeOpened)
afterAll(closeBrowsers)
