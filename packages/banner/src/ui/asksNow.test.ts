import type { Snapshot } from '@consent-gate/core'
import { expect, test } from 'vitest'
import { asksNow } from './asksNow.js'

test.each([
  ['a first visit', 'unanswered', ['ga'], null, true],
  ['what is new beside an announced policy', 'policy', ['ga'], {}, true],
  ['opened by hand, all answered', 'choice', [], null, true],
  ['an announced policy', 'choice', [], {}, false],
  ['P11 an announced policy where a signal has answered', 'signal', ['ga'], {}, false],
  ['P11 opened by hand where a signal has answered', 'signal', ['ga'], null, true],
  ['P8 an answer that was not stored', 'not-stored', ['ga'], null, false],
] as const)('%s', (_, reason, pending, upcoming, asks) => {
  expect(asksNow({ reason, pending, policy: { upcoming } } as unknown as Snapshot)).toBe(asks)
})
