import { defineConfig } from 'vitest/config'

/** Not part of `npm test`, which needs Chromium alone: `npm run engines`. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['walk.ts', 'refusedCookies.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 5_000 } },
  },
})
