/** The parts of core for whoever composes their own start, such as the script tag. */
export { composeConsent } from './consent.js'
export type { CoreParts } from './coreParts.js'
export { browserEnv } from './env/browserEnv.js'
export type * from './types/host.js'
