export { startGates } from '../gates/startGates.js'
