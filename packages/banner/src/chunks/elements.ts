export { startElements } from '../elements/startElements.js'
