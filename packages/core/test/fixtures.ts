import type { ConsentRecord } from '../src/types/record.js'
import type { Rules } from '../src/types/settings.js'
import type { Policy } from '../src/types/snapshot.js'

export const DAY = 86_400_000

export function policyOf(version: string, effective: number, more: Partial<Policy> = {}): Policy {
  return { version, effective, announced: effective, url: '', summary: '', askAgain: true, ...more }
}

/** One category with two services, one category without, one policy in force since ever. */
export function rulesOf(more: Partial<Rules> = {}): Rules {
  return {
    policies: [policyOf('v1', 0)],
    categories: [
      { id: 'analytics', consentTypes: ['analytics_storage'] },
      { id: 'media', consentTypes: [] },
    ],
    units: [
      { id: 'ga', category: 'analytics' },
      { id: 'counter', category: 'analytics' },
      { id: 'media', category: 'media' },
    ],
    days: 180,
    gpc: 'deny',
    refused: [],
    silent: false,
    ...more,
  }
}

export function recordOf(
  choices: ConsentRecord['choices'],
  more: Partial<Omit<ConsentRecord, 'choices'>> = {},
): ConsentRecord {
  return { id: 'abc', policy: 'v1', rev: 1, time: 0, source: 'notice', choices, ...more }
}

export const ALL_YES = { ga: 'granted', counter: 'granted', media: 'granted' } as const
export const ALL_NO = { ga: 'denied', counter: 'denied', media: 'denied' } as const
