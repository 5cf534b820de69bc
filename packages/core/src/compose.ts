/** The parts of core for whoever composes their own start, such as the script tag. */
export { composeConsent } from './consent.js'
export { browserEnv } from './env/browserEnv.js'
export { startGates } from './gates/startGates.js'
export { describeIssue } from './issue/describeIssue.js'
export { whenPresent } from './page/whenPresent.js'
export { startReceipts } from './receipts/startReceipts.js'
export { guardSession } from './session/guardSession.js'
export type * from './types/host.js'
