export { startReopen } from '../reopen/startReopen.js'
