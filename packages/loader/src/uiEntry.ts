/** `gate-ui.js`: the notice, the kit of the chunks after it, and their hashes. */
export * from '@consent-gate/banner/chunks/ui'
export { integrity } from './uiIntegrity.js'
