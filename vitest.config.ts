import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (path: string) => fileURLToPath(new URL(`./packages/${path}`, import.meta.url))

/** Unit and component tests run on the source; browser tests run on what `npm run build` left in `dist`. */
const alias = [
  { find: /^@consent-gate\/(core|ga-adapter|banner)$/, replacement: `${source('')}$1/src/index.ts` },
  { find: /^@consent-gate\/(core|banner)\/(compose|eager)$/, replacement: `${source('')}$1/src/$2.ts` },
]

export default defineConfig({
  test: {
    coverage: {
      include: ['packages/core/src/rules/**'],
      reporter: ['text'],
      thresholds: { perFile: true, lines: 100, functions: 100, branches: 100, statements: 100 },
    },
    projects: [
      {
        resolve: { alias },
        // Property tests and fuzzes take seconds, on a busy machine many.
        test: {
          name: 'unit',
          environment: 'node',
          include: ['packages/**/*.test.ts', 'bench/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        esbuild: { jsxFactory: 'h', jsxFragment: 'Fragment' },
        test: { name: 'components', environment: 'happy-dom', include: ['packages/**/*.test.tsx'] },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/**/*.test.ts', 'examples/**/*.test.ts'],
          setupFiles: ['tests/harness/setup.ts'],
          // What a page keeps is in its browser context; loading the harness anew for each file took a minute.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What a poll waits for comes or does not; vitest's one second is too short for a busy machine.
          expect: { poll: { timeout: 5_000 } },
          maxWorkers: 2,
          // After the others: browsers want both cores.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
