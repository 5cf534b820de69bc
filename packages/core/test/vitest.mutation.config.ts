import { defineConfig } from 'vitest/config'

/** For Stryker: each of the mutated rules has to be held by its own tests. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['packages/core/src/rules/{decision,policy,record,reducer}.test.ts'],
    testTimeout: 60_000,
  },
})
