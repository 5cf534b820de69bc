export { drawElement } from '../elements/drawDisclosure.js'
