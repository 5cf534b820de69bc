/** Ending the session, and what backs that promise. */
export { endSession } from '../session/endSession.js'
export { guardSession } from '../session/guardSession.js'
