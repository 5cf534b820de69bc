export { stepAside } from '../ui/stepAside.js'
