import { createListeners } from '../listeners.js'
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
  const issues = new Map<string, Issue>()
  // A listener of issues that throws has nobody left to tell.
  const listeners = createListeners<[Issue]>(() => {})
  let words = (issue: Issue) => issue
  return {
    report(code, path, value) {
      const fact = code + path
      if (issues.has(fact)) return
      const issue = { code, path, value, url: DOCS + code.toLowerCase() }
      issues.set(fact, issue)
      listeners.tell(words(issue))
    },
    listen(listener) {
      const replay = createListeners<[Issue]>(() => {})
      replay.add(listener)
      for (const issue of issues.values()) replay.tell(words(issue))
      return listeners.add(listener)
    },
    describeWith(describe) {
      words = (issue) => ({ ...issue, message: describe(issue) })
    },
  }
}
