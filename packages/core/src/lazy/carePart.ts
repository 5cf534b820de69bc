/** What looks after a page that has just withdrawn, or waits for a policy. */
export { policyClock } from '../page/policyClock.js'
export { watchCookies } from '../sweep/watchCookies.js'
