export { describeIssue } from '../issue/describeIssue.js'
