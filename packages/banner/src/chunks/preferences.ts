export { startPreferences as startPart } from '../preferences/startPreferences.js'
