export { startAside } from '../aside/startAside.js'
