export { drawElement } from '../elements/drawToggle.js'
