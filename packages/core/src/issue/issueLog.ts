import type { Issue, ReportIssue } from '../types/issue.js'

const DOCS = 'https://github.com/consent-gate/consent-gate/blob/main/docs/issues.md#'

export interface IssueLog {
  readonly report: ReportIssue
  /** Replays earlier issues. Returns the unsubscribe. */
  listen(listener: (issue: Issue) => void): () => void
  /** Gives the issues that come from now on, and the replayed ones, their words. */
  describeWith(describe: (issue: Issue) => string): void
}

/** Keeps what a developer should know, each fact once, and tells it to whoever listens. Never throws. */
export function issueLog(): IssueLog {
  const issues: Issue[] = []
  const listeners = new Set<(issue: Issue) => void>()
  let describe: ((issue: Issue) => string) | undefined
  const tell = (listener: (issue: Issue) => void, issue: Issue) => {
    try {
      listener(describe ? { ...issue, message: describe(issue) } : issue)
    } catch {
      // A listener of issues that throws has nobody left to tell.
    }
  }
  return {
    report(code, path, value) {
      if (issues.some((issue) => issue.code === code && issue.path === path)) return
      const issue = Object.freeze({ code, path, value, url: DOCS + code.toLowerCase() })
      issues.push(issue)
      for (const listener of listeners) tell(listener, issue)
    },
    listen(listener) {
      listeners.add(listener)
      for (const issue of issues) tell(listener, issue)
      return () => listeners.delete(listener)
    },
    describeWith(words) {
      describe = words
    },
  }
}
