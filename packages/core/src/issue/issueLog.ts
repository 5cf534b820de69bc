import { createListeners } from '../listeners.js'
import type { Issue, ReportIssue } from '../types/issue.js'

const DOCS = 'https://github.com/consent-gate/consent-gate/blob/main/docs/issues.md#'

export interface IssueLog {
  readonly report: ReportIssue
  /** Replays earlier issues. Returns the unsubscribe. */
  listen(listener: (issue: Issue) => void): () => void
  /** Gives the issues that are told from now on their words. */
  describeWith(describe: (issue: Issue) => string): void
}

/** Keeps what a developer should know, each fact once, and tells it to whoever listens. */
export function issueLog(): IssueLog {
  const issues: Issue[] = []
  let describe: ((issue: Issue) => string) | undefined
  const told = (issue: Issue) => (describe ? { ...issue, message: describe(issue) } : issue)
  // A listener of issues that throws has nobody left to tell.
  const listeners = createListeners<[Issue]>(() => {})
  return {
    report(code, path, value) {
      if (issues.some((issue) => issue.code === code && issue.path === path)) return
      const issue = { code, path, value, url: DOCS + code.toLowerCase() }
      issues.push(issue)
      listeners.tell(told(issue))
    },
    listen(listener) {
      for (const issue of issues) listener(told(issue))
      return listeners.add(listener)
    },
    describeWith(words) {
      describe = words
    },
  }
}
