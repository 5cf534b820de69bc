import type { SweepReport } from './types/consent.js'
import type { Issue, ReportIssue } from './types/issue.js'
import type { ChoiceSource } from './types/record.js'
import type { SessionEvent } from './types/session.js'
import type { Snapshot } from './types/snapshot.js'

/** What listeners are told, by topic. */
export interface Topics {
  subscribe: [snapshot: Snapshot, previous: Snapshot]
  watch: [snapshot: Snapshot, previous: Snapshot]
  onWithdrawn: [report: SweepReport, by: ChoiceSource | undefined]
  onLanguage: [lang: string]
  onIssue: [issue: Issue]
  session: [event: SessionEvent]
}

export type Listen<Topic extends keyof Topics> = (listener: (...told: Topics[Topic]) => void) => () => void

export interface Listeners {
  /** What adds a listener of one topic, and returns its unsubscribe. */
  on<Topic extends keyof Topics>(topic: Topic): Listen<Topic>
  tell<Topic extends keyof Topics>(topic: Topic, ...told: Topics[Topic]): void
}

/** Callbacks of the page: one that throws is an issue and stops no other. */
export function createListeners(report: ReportIssue): Listeners {
  const all = new Set<readonly [topic: string, listener: (...told: never) => void]>()
  return {
    on: (topic) => (listener) => {
      const entry = [topic, listener] as const
      all.add(entry)
      return () => all.delete(entry)
    },
    tell(topic, ...told) {
      for (const [own, listener] of [...all]) {
        try {
          if (own === topic) (listener as (...told: unknown[]) => void)(...told)
        } catch (error) {
          report('CG303', topic, error)
        }
      }
    },
  }
}
