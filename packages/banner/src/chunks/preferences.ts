export { startPreferences as startRest } from '../preferences/startPreferences.js'
