export { drawBrowserHelp } from '../refusal/drawBrowserHelp.js'
export { tellRefusal } from '../refusal/tellRefusal.js'
