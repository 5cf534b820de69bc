/** What a developer wants and a visitor does not download. */
export { inspectOptions } from './inspectOptions.js'
export { issueTexts } from './issueTexts.js'
