import { saidInVain } from '../rules/saidInVain.js'
import type { ConsentConfig } from '../types/config.js'
import type { Issue, ReportIssue } from '../types/issue.js'
import { issueWords } from './issueWords.js'

/** The debug mode: every issue in words, and what is written in vain. */
export async function startDebug(
  config: ConsentConfig,
  report: ReportIssue,
  describeWith: (words: (issue: Issue) => string) => void,
): Promise<void> {
  for (const mistake of saidInVain(config)) report(...mistake)
  describeWith(await issueWords(config))
}
