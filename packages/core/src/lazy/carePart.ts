/** What looks after a page that has no answer yet, has just withdrawn, or waits for a policy. */
export { inspectConfig } from '../config/inspectConfig.js'
export { policyClock } from '../page/policyClock.js'
export { watchCookies } from '../sweep/watchCookies.js'
