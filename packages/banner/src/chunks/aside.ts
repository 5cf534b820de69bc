export { startAside as startRest } from '../aside/startAside.js'
