export { startAside as startPart } from '../aside/startAside.js'
