import { createListeners, type Listen } from '../listeners.js'
import type { Issue, ReportIssue } from '../types/issue.js'

const DOCS = 'https://github.com/consent-gate/consent-gate/blob/main/docs/issues.md#'

export interface IssueLog {
  readonly report: ReportIssue
  /** Replays earlier issues. Returns the unsubscribe. */
  readonly listen: Listen<'onIssue'>
  /** Gives every issue its words; those that were told without are told again. */
  describeWith(describe: (issue: Issue) => string): void
}

/** Keeps what a developer should know, each fact once, and tells it to whoever listens. */
export function issueLog(): IssueLog {
  const issues: Issue[] = []
  let describe: ((issue: Issue) => string) | undefined
  const told = (issue: Issue) => (describe ? { ...issue, message: describe(issue) } : issue)
  const report: ReportIssue = (code, path, value) => {
    if (issues.some((issue) => issue.code === code && issue.path === path)) return
    const issue = { code, path, value, url: DOCS + code.toLowerCase() }
    issues.push(issue)
    listeners.tell('onIssue', told(issue))
  }
  const listeners = createListeners(report)
  return {
    report,
    listen(listener) {
      const replay = createListeners(report)
      replay.on('onIssue')(listener)
      for (const issue of issues) replay.tell('onIssue', told(issue))
      return listeners.on('onIssue')(listener)
    },
    describeWith(words) {
      describe = words
      for (const issue of issues) listeners.tell('onIssue', told(issue))
    },
  }
}
