import { saidInVain } from '../rules/saidInVain.js'
import { serviceAdvice } from '../rules/serviceAdvice.js'
import type { ConsentConfig } from '../types/config.js'
import type { ConsentEnv } from '../types/env.js'
import type { Issue, ReportIssue } from '../types/issue.js'
import type { Settings } from '../types/settings.js'
import { inspectDomains } from './inspectDomains.js'
import { issueWords } from './issueWords.js'

/** The debug mode: every issue in words, and what is written in vain. */
export async function startDebug(
  written: ConsentConfig | null,
  env: ConsentEnv,
  settings: Settings,
  report: ReportIssue,
  describeWith: (words: (issue: Issue) => string) => void,
): Promise<void> {
  const config = written ?? {}
  for (const mistake of saidInVain(config)) report(...mistake)
  inspectDomains(env, settings, report)
  const brought = await Promise.all(
    serviceAdvice(config).map(async ({ options, words }) => ({ options, ...(await words()) })),
  )
  describeWith(issueWords(brought.map((service) => service.issueTexts)))
  for (const { options, unreadOptions } of brought) {
    for (const [path, value] of unreadOptions?.(options) ?? []) report('CG106', path, value)
  }
}
