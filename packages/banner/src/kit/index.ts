/**
 * Everything that more than one chunk needs. Other chunks import Preact and shared parts from here only, so that
 * the script tag hands them this module's exports from `gate-ui.js` and ships Preact once (README: chunks).
 */
export { Fragment, h, render } from 'preact'
export { adoptStyles } from './adoptStyles.js'
export { Button } from './Button.js'
export { followTexts } from './followTexts.js'
