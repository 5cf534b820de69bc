/** `gate-care.js`: what looks after a page beyond its start. The build adds the hashes of the rarer parts of core. */

export { startElements } from '@consent-gate/banner/chunks/elements'
export { startReopen } from '@consent-gate/banner/chunks/reopen'
export * from '@consent-gate/core/lazy/carePart'
