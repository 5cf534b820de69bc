import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { record as anyRecord, rules as anyRules, units, versions } from '../../test/arbitraries.js'
import { ALL_NO, ALL_YES, DAY, policyOf, recordOf, rulesOf } from '../../test/fixtures.js'
import type { ConsentRecord } from '../types/record.js'
import { decide } from './decision.js'

const QUIET = { gpc: false }
const GPC = { gpc: true }
const UNITS = ['ga', 'counter', 'media']
const decision = (record: ConsentRecord | null, more: Parameters<typeof rulesOf>[0] = {}, now = 0) =>
  decide(rulesOf(more), record, QUIET, now)

describe('a decision', () => {
  it('P6 without a record is unanswered: everything optional denied and pending, and the visitor is asked', () => {
    expect(decision(null)).toEqual({
      state: {
        necessary: 'granted',
        analytics: 'denied',
        ga: 'denied',
        counter: 'denied',
        media: 'denied',
      },
      pending: UNITS,
      answered: false,
      reason: 'unanswered',
      policy: { current: policyOf('v1', 0), upcoming: null, previous: [] },
      notice: true,
    })
  })

  it('P6 after a no is answered: denied, nothing pending, nothing asked', () => {
    expect(decision(recordOf(ALL_NO))).toMatchObject({
      state: { necessary: 'granted', analytics: 'denied', ga: 'denied', counter: 'denied', media: 'denied' },
      pending: [],
      answered: true,
      reason: 'choice',
      notice: false,
    })
  })

  it('after a yes is granted', () => {
    expect(decision(recordOf(ALL_YES))).toMatchObject({
      state: {
        necessary: 'granted',
        analytics: 'granted',
        ga: 'granted',
        counter: 'granted',
        media: 'granted',
      },
      pending: [],
      answered: true,
      reason: 'choice',
      notice: false,
    })
  })

  it('grants a category when all of its services are', () => {
    const one = decision(recordOf({ ...ALL_NO, ga: 'granted' }))
    expect(one.state).toMatchObject({ analytics: 'denied', ga: 'granted', counter: 'denied' })
    const both = decision(recordOf({ ...ALL_YES, media: 'denied' }))
    expect(both.state).toMatchObject({ analytics: 'granted', media: 'denied' })
  })

  it('denies a category that has nothing to answer', () => {
    expect(decision(recordOf(ALL_YES), { units: [] }).state).toEqual({
      necessary: 'granted',
      analytics: 'denied',
      media: 'denied',
    })
  })

  it('P18 denies a service that a mistake refused, whatever the record says', () => {
    const { state, pending } = decision(recordOf({ ...ALL_YES, broken: 'granted' }), { refused: ['broken'] })
    expect(state.broken).toBe('denied')
    expect(pending).not.toContain('broken')
  })

  it('P18 a refused service of the name `necessary` denies nothing that is necessary', () => {
    expect(decision(null, { refused: ['necessary'] }).state.necessary).toBe('granted')
  })

  it('P18 a refused service of a name that is taken leaves the name to its owner', () => {
    expect(decision(recordOf(ALL_YES), { refused: ['ga', 'analytics'] }).state).toMatchObject({
      ga: 'granted',
      analytics: 'granted',
    })
  })

  it('P10 asks only for what is new, and keeps the other answers', () => {
    const { state, pending, answered, reason, notice } = decision(
      recordOf({ ga: 'granted', counter: 'denied' }),
    )
    expect(state).toMatchObject({ ga: 'granted', counter: 'denied', media: 'denied' })
    expect({ pending, answered, reason, notice }).toEqual({
      pending: ['media'],
      answered: false,
      reason: 'choice',
      notice: true,
    })
  })

  it('forgets the answer of a service that is gone', () => {
    const { state, pending } = decision(recordOf({ ...ALL_NO, gone: 'granted' }))
    expect(state).not.toHaveProperty('gone')
    expect(pending).toEqual([])
  })

  it.each([
    ['at the end of its life', 180 * DAY, 'choice', true],
    ['past its life', 180 * DAY + 1, 'expired', false],
    ['from the future, as after a clock change', -400 * DAY, 'choice', true],
  ])('P7 a record %s', (_, age, reason, answered) => {
    const given = decision(recordOf(ALL_YES, { time: 1_000 * DAY }), {}, 1_000 * DAY + age)
    expect(given).toMatchObject({ reason, answered, notice: !answered })
    expect(given.state.ga).toBe(answered ? 'granted' : 'denied')
    expect(given.pending).toEqual(answered ? [] : UNITS)
  })

  it('a record lives as many days as configured', () => {
    expect(decision(recordOf(ALL_YES), { days: 1 }, DAY).reason).toBe('choice')
    expect(decision(recordOf(ALL_YES), { days: 1 }, DAY + 1).reason).toBe('expired')
  })

  it('P10 a version that asks again ends an answer when it takes effect, and not before', () => {
    const policies = [policyOf('v1', 0), policyOf('v2', 100)]
    expect(decision(recordOf(ALL_YES), { policies }, 99)).toMatchObject({ reason: 'choice', notice: false })
    const after = decision(recordOf(ALL_YES), { policies }, 100)
    expect(after).toMatchObject({ reason: 'policy', answered: false, pending: UNITS, notice: true })
    expect(after.state.ga).toBe('denied')
  })

  it('P10 a version that does not ask again ends nothing', () => {
    const policies = [policyOf('v1', 0), policyOf('v2', 100, { askAgain: false })]
    expect(decision(recordOf(ALL_YES), { policies }, 100)).toMatchObject({ reason: 'choice', answered: true })
  })

  it('P10 a record of an unlisted version is asked again', () => {
    expect(decision(recordOf(ALL_YES, { policy: 'v0' }))).toMatchObject({ reason: 'policy', answered: false })
  })

  it('names the age of a record before its policy', () => {
    const old = recordOf(ALL_YES, { policy: 'v0' })
    expect(decision(old, {}, 181 * DAY).reason).toBe('expired')
  })

  describe('with an announced version', () => {
    const policies = [policyOf('v1', 0), policyOf('v2', 100, { announced: 50 })]

    it.each([
      ['tells of it', { policy: 'v1' }, 50, true],
      ['not before it is announced', { policy: 'v1' }, 49, false],
      ['not once it was dismissed', { policy: 'v1', seen: 'v2' }, 50, false],
      ['again when another one was dismissed', { policy: 'v1', seen: 'v0' }, 50, true],
      ['not when nothing is ahead any more', { policy: 'v2' }, 100, false],
    ])('P10 %s', (_, given, now, notice) => {
      expect(decision(recordOf(ALL_NO, given), { policies }, now)).toMatchObject({ notice, answered: true })
    })

    it('P10 P11 the signal does not silence it for a visitor who has answered', () => {
      const rules = rulesOf({ policies })
      expect(decide(rules, recordOf(ALL_NO), GPC, 50).notice).toBe(true)
    })

    it('P10 tells it to those who have an answer; others are asked anyway', () => {
      const nothingToAsk = rulesOf({ policies, units: [] })
      expect(decide(nothingToAsk, null, QUIET, 50).notice).toBe(false)
    })
  })

  describe('P11 under Global Privacy Control', () => {
    it.each([
      ['deny', 'signal', false],
      ['ask', 'unanswered', true],
      ['ignore', 'unanswered', true],
    ] as const)('gpc: %s', (gpc, reason, notice) => {
      const given = decide(rulesOf({ gpc }), null, GPC, 0)
      expect(given).toMatchObject({ reason, notice, answered: false, pending: UNITS })
      expect(given.state.ga).toBe('denied')
    })

    it('an explicit choice wins over it', () => {
      expect(decide(rulesOf(), recordOf(ALL_YES), GPC, 0)).toMatchObject({ reason: 'choice', answered: true })
      expect(decide(rulesOf(), recordOf(ALL_YES), GPC, 0).state.ga).toBe('granted')
    })

    it.each([
      ['expired', recordOf(ALL_YES), 181 * DAY],
      ['outdated', recordOf(ALL_YES, { policy: 'v0' }), 0],
    ])('an %s record counts as none: denied by signal, without a prompt', (_, record, now) => {
      expect(decide(rulesOf(), record, GPC, now)).toMatchObject({ reason: 'signal', notice: false })
    })

    it('what is new is not asked', () => {
      const given = decide(rulesOf(), recordOf({ ga: 'granted', counter: 'granted' }), GPC, 0)
      expect(given).toMatchObject({ reason: 'choice', pending: ['media'], notice: false })
    })
  })

  it('a minor, or a configuration that could not be used: everything optional denied, nothing asked, whatever is stored', () => {
    const rules = rulesOf({
      silent: true,
      policies: [policyOf('v1', 0), policyOf('v2', 100, { announced: 50 })],
    })
    for (const record of [null, recordOf(ALL_YES), recordOf(ALL_NO)]) {
      for (const signals of [QUIET, GPC]) {
        const given = decide(rules, record, signals, 50)
        expect(given).toMatchObject({ reason: 'config', pending: [], answered: true, notice: false })
        expect(Object.entries(given.state).filter(([, status]) => status === 'granted')).toEqual([
          ['necessary', 'granted'],
        ])
      }
    }
  })

  it('P1 grants only what the record says yes to, under a policy that still holds, and `necessary` always', () => {
    fc.assert(
      fc.property(
        anyRules,
        fc.option(anyRecord(units, versions)),
        fc.boolean(),
        fc.nat({ max: 800 * DAY }),
        (rules, record, gpc, now) => {
          const { state, pending, answered, reason } = decide(rules, record, { gpc }, now)
          for (const { id } of rules.units) {
            if (state[id] !== 'granted') continue
            expect(record?.choices[id]).toBe('granted')
            expect(reason).toBe('choice')
            expect(now - (record?.time ?? 0)).toBeLessThanOrEqual(rules.days * DAY)
          }
          for (const { id } of rules.categories) {
            const inside = rules.units.filter(({ category }) => category === id)
            if (state[id] === 'granted' && !inside.some((unit) => unit.id === id))
              expect(inside.map((unit) => state[unit.id])).toEqual(inside.map(() => 'granted'))
          }
          expect(state.necessary).toBe('granted')
          expect(answered).toBe(!pending.length)
          expect(Object.keys(state).sort()).toEqual(
            [
              ...new Set([
                'necessary',
                ...rules.refused,
                ...[...rules.categories, ...rules.units].map(({ id }) => id),
              ]),
            ].sort(),
          )
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('P7 P11 no signal and no passing of time turns a denied unit into a granted one', () => {
    fc.assert(
      fc.property(
        anyRules,
        fc.option(anyRecord(units, versions)),
        fc.boolean(),
        fc.boolean(),
        fc.nat({ max: 800 * DAY }),
        fc.nat({ max: 800 * DAY }),
        (rules, record, before, after, now, step) => {
          const first = decide(rules, record, { gpc: before }, now).state
          const later = decide(rules, record, { gpc: after }, now + step).state
          for (const id of Object.keys(first)) {
            if (later[id] === 'granted') expect(first[id]).toBe('granted')
          }
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
