/** For whoever brings the parts of the adapter along in their own way, such as the script tag. */
export { analyticsService } from './analyticsService.js'
export { issueTexts, unreadOptions } from './debugPart.js'
export { inspectOptions } from './inspectOptions.js'
export { pageTag } from './pageTag.js'
