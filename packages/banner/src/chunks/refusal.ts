export { tellRefusal } from '../refusal/tellRefusal.js'
