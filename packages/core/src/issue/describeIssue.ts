import type { Issue } from '../types/issue.js'
import { issueTexts } from './issueTexts.js'

/** What was wrong, and what to write instead. */
export function describeIssue(issue: Issue): string {
  const [wrong, instead] = issueTexts[issue.code] ?? ['Unknown issue.', 'See the page of this code.']
  return `${issue.code} at ${issue.path}: ${wrong} ${instead}`
}
