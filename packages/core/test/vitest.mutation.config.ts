import { defineConfig } from 'vitest/config'

/** For Stryker: the tests of the pure rules alone, which must find every mutant by themselves. */
export default defineConfig({
  test: { environment: 'node', include: ['packages/core/src/rules/*.test.ts'] },
})
