import { serviceAdvice } from '../rules/serviceAdvice.js'
import type { ConsentConfig } from '../types/config.js'
import type { Issue, IssueTexts } from '../types/issue.js'
import { issueTexts } from './issueTexts.js'

/** Finds the words of core's own issues, and of those that the services bring words for. */
export async function issueWords(config: ConsentConfig): Promise<(issue: Issue) => string> {
  let texts: IssueTexts = issueTexts
  for (const { words } of serviceAdvice(config)) texts = { ...texts, ...(await words()).issueTexts }
  return ({ code, path }) => {
    const [wrong, instead] = texts[code] ?? ['Unknown issue.', 'See the page of this code.']
    return `${code} at ${path}: ${wrong} ${instead}`
  }
}
