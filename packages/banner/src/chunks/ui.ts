export * from '../kit/index.js'
export { startUi } from '../ui/startUi.js'
