import type { Issue, IssueTexts } from '../types/issue.js'
import { issueTexts } from './issueTexts.js'

/** Finds the words of core's own issues, and of those that the services brought words for. */
export function issueWords(brought: readonly IssueTexts[]): (issue: Issue) => string {
  const texts: IssueTexts = Object.assign({}, issueTexts, ...brought)
  return ({ code, path }) => {
    const [wrong, instead] = texts[code] ?? ['Unknown issue.', 'See the page of this code.']
    return `${code} at ${path}: ${wrong} ${instead}`
  }
}
