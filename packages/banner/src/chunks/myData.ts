export { drawMyData } from '../myData/drawMyData.js'
