import { existsSync } from 'node:fs'
import { apt } from '../run/apt.mjs'
import { StepError, step } from '../run/step.mjs'

const SLOWER = 'none: the browser tests take half as long again'

/**
 * Debian's Chromium without windows, which most browser tests run in where it lies beside the whole one. It only
 * saves time, so nothing ends where it cannot be had.
 */
export const headlessShell = (chromium) =>
  step('Find its headless shell', async () => {
    const shell = `${chromium}-headless-shell`
    if (existsSync(shell)) return shell
    if (chromium !== '/usr/bin/chromium') return SLOWER
    try {
      await apt(['chromium-headless-shell'])
    } catch (error) {
      if (!(error instanceof StepError)) throw error
    }
    return existsSync(shell) ? shell : SLOWER
  })
