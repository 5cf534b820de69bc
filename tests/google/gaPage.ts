import { gatePage } from '../harness/index.js'

/** The IDs of these tests: the one that is configured, a second of ours, and one that the page configures itself. */
export const ID = 'G-TEST1'
export const SECOND = 'G-TEST2'
export const FOREIGN = 'G-TEST9'

/** A page whose only service is Google Analytics. `body` comes after the script tag. */
export const gaPage = (analytics: object = {}, config: object = {}, body = ''): string =>
  gatePage({ services: [], googleAnalytics: { measurementId: ID, ...analytics }, ...config }, body)
