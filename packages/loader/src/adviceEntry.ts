/** `gate-advice.js`: what a developer is told about the configuration; no visitor waits for it. */
export { advise } from '@consent-gate/core/lazy/advicePart'
export { inspectOptions } from '@consent-gate/ga-adapter/compose'
