import { unknownKeys } from '../rules/unknownKeys.js'
import type { ConsentConfig } from '../types/config.js'
import type { Issue, ReportIssue } from '../types/issue.js'
import { issueWords } from './issueWords.js'

/** The debug mode: every issue in words, and keys that nobody reads. */
export async function startDebug(
  config: ConsentConfig,
  report: ReportIssue,
  describeWith: (words: (issue: Issue) => string) => void,
): Promise<void> {
  for (const [path, value] of unknownKeys(config)) report('CG106', path, value)
  describeWith(await issueWords(config))
}
