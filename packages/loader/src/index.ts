/** Everything in one import, for npm: it starts nothing and sets no global. */
export * from '@consent-gate/banner'
export * from '@consent-gate/core'
export * from '@consent-gate/ga-adapter'
/** What `window.ConsentGate` is once the script tag is there: docs/api.md has the lines that tell TypeScript. */
export type { ConsentGate } from './queue.js'
