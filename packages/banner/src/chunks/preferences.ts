export { startPreferences } from '../preferences/startPreferences.js'
