/** What only the debug mode tells: the words of our issues, and options that are written in vain. */
export { issueTexts } from './issueTexts.js'
export { unreadOptions } from './unreadOptions.js'
