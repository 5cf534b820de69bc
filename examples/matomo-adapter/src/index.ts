export { matomo } from './matomo.js'
export type { MatomoOptions } from './matomoOptions.js'
