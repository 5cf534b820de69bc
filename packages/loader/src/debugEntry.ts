/** `gate-debug.js`: the words of every issue. */
export { startDebug } from '@consent-gate/core/lazy/debugPart'
export { issueTexts } from '@consent-gate/ga-adapter/compose'
