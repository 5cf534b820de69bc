import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { record as anyRecord, rules as anyRules, units, versions } from '../../test/arbitraries.js'
import { ALL_NO, ALL_YES, policyOf, recordOf, rulesOf } from '../../test/fixtures.js'
import type { ConsentRecord } from '../types/record.js'
import type { Rules } from '../types/settings.js'
import type { Snapshot } from '../types/snapshot.js'
import { decide } from './decision.js'
import { nextRecord } from './nextRecord.js'

const STAMP = { id: 'abc', rev: 3, time: 5, source: 'inline' } as const

function snapshotOf(rules: Rules, record: ConsentRecord | null, now = 0): Snapshot {
  const { notice, ...decision } = decide(rules, record, { gpc: false }, now)
  return { ...decision, record, ui: notice ? 'notice' : 'none', persisted: !!record, services: {} }
}

const next = (record: ConsentRecord | null, choices: Record<string, boolean>, rules = rulesOf()) =>
  nextRecord(rules, snapshotOf(rules, record), choices, STAMP)

describe('the record that a choice makes', () => {
  it('carries the stamp, the policy in force and every answer', () => {
    expect(next(null, { ga: true, counter: false, media: true })).toEqual({
      ...STAMP,
      policy: 'v1',
      choices: { ga: 'granted', counter: 'denied', media: 'granted' },
    })
  })

  it.each<[string, ConsentRecord | null, Record<string, boolean>, ConsentRecord['choices']]>([
    [
      'a category answers for all of its services',
      null,
      { analytics: true },
      { ga: 'granted', counter: 'granted' },
    ],
    ['a no of a category too', null, { analytics: false }, { ga: 'denied', counter: 'denied' }],
    [
      "a service's own answer is the stronger",
      null,
      { analytics: true, ga: false },
      { ga: 'denied', counter: 'granted' },
    ],
    ['also when it is the yes', null, { ga: true, analytics: false }, { ga: 'granted', counter: 'denied' }],
    ['what is not named stays unanswered', null, { media: false }, { media: 'denied' }],
    ['or keeps its answer', recordOf(ALL_YES), { media: false }, { ...ALL_YES, media: 'denied' }],
    ['a no as well', recordOf(ALL_NO), { media: true }, { ...ALL_NO, media: 'granted' }],
    ['nothing named keeps everything', recordOf({ ga: 'granted' }), {}, { ga: 'granted' }],
    ['unknown ids are nobody', null, { unknown: true, necessary: true, constructor: true }, {}],
    [
      'an outdated yes is not carried over',
      recordOf(ALL_YES, { policy: 'v0' }),
      { media: false },
      { media: 'denied' },
    ],
    ['a service that is gone is dropped', recordOf({ ...ALL_NO, gone: 'granted' }), {}, ALL_NO],
  ])('%s', (_, record, choices, meant) => {
    expect(next(record, choices).choices).toEqual(meant)
  })

  it.each([undefined, null, 1, 0, 'yes', {}])('P18 takes %j for no answer', (value) => {
    expect(next(null, { ga: value as unknown as boolean }).choices).toEqual({})
    expect(next(recordOf(ALL_NO), { ga: value as unknown as boolean }).choices).toEqual(ALL_NO)
  })

  it('P7 what the snapshot knows nothing of is no yes', () => {
    const snapshot = { ...snapshotOf(rulesOf(), recordOf(ALL_YES)), state: {} }
    expect(nextRecord(rulesOf(), snapshot, { media: true }, STAMP).choices).toEqual({
      ...ALL_NO,
      media: 'granted',
    })
  })

  it('P10 remembers which announced version was dismissed', () => {
    expect(next(recordOf(ALL_NO, { seen: 'v2' }), {}).seen).toBe('v2')
    expect(next(recordOf(ALL_NO), {})).not.toHaveProperty('seen')
  })

  it('P10 names the version in force', () => {
    const rules = rulesOf({ policies: [policyOf('v1', 0), policyOf('v2', 10)] })
    expect(nextRecord(rules, snapshotOf(rules, null, 10), {}, STAMP).policy).toBe('v2')
  })

  it('P7 a counter that can grow no more still makes a record that decodes', () => {
    const stamp = { ...STAMP, rev: Number.MAX_SAFE_INTEGER + 1 }
    expect(nextRecord(rulesOf(), snapshotOf(rulesOf(), null), {}, stamp).rev).toBe(Number.MAX_SAFE_INTEGER)
  })

  it('P7 says yes to nothing that was neither clicked now nor granted before', () => {
    fc.assert(
      fc.property(
        anyRules,
        fc.option(anyRecord(units, versions)),
        fc.dictionary(fc.oneof(units, fc.constantFrom('analytics', 'necessary')), fc.boolean()),
        (rules, record, choices) => {
          const before = snapshotOf(rules, record)
          const { choices: after } = nextRecord(rules, before, choices, STAMP)
          for (const { id, category } of rules.units) {
            if (after[id] !== 'granted') continue
            expect(choices[id] ?? choices[category] ?? before.state[id] === 'granted').toBe(true)
          }
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
