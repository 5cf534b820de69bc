export { startDebug } from '../issue/startDebug.js'
