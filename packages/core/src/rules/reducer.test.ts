import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { record as anyRecord, rules as anyRules, units, versions } from '../../test/arbitraries.js'
import { ALL_NO, ALL_YES, policyOf, recordOf, rulesOf } from '../../test/fixtures.js'
import type { ConsentRecord } from '../types/record.js'
import type { Rules } from '../types/settings.js'
import type { Snapshot, Ui } from '../types/snapshot.js'
import { decide } from './decision.js'
import { initialSnapshot } from './initialSnapshot.js'
import { type Action, type RecordAction, reduceConsent } from './reducer.js'

const RULES = rulesOf()
const START = initialSnapshot(RULES, 0)

const seen = (record: ConsentRecord | null, more: Partial<RecordAction> = {}): RecordAction => ({
  type: 'record',
  record,
  stored: !!record,
  signals: { gpc: false },
  now: 0,
  prompt: 'ask',
  ...more,
})

/** The snapshot after a record, with the interface as given. */
const after = (record: ConsentRecord | null, ui: Ui = 'none', rules: Rules = RULES): Snapshot => ({
  ...reduceConsent(rules, initialSnapshot(rules, 0), seen(record)),
  ui,
})

describe('the next snapshot', () => {
  it('starts as on a server: nothing answered, everything optional denied, nothing shown', () => {
    expect(START).toMatchObject({
      reason: 'server',
      record: null,
      ui: 'none',
      persisted: false,
      services: {},
      answered: false,
      pending: ['ga', 'counter', 'media'],
    })
    expect(Object.values(START.state).filter((status) => status === 'granted')).toHaveLength(1)
  })

  it('gives the same object back when nothing changes', () => {
    const answered = after(recordOf(ALL_YES))
    expect(reduceConsent(RULES, answered, seen(recordOf(ALL_YES), { now: 5 }))).toBe(answered)
    expect(reduceConsent(RULES, answered, { type: 'ui', ui: 'none' })).toBe(answered)
    const running = reduceConsent(RULES, answered, { type: 'service', id: 'ga', status: 'running' })
    expect(reduceConsent(RULES, running, { type: 'service', id: 'ga', status: 'running' })).toBe(running)
  })

  it('changes the interface alone', () => {
    const answered = after(recordOf(ALL_YES))
    expect(reduceConsent(RULES, answered, { type: 'ui', ui: 'preferences' })).toEqual({
      ...answered,
      ui: 'preferences',
    })
  })

  it('changes the status of one service, whatever was answered', () => {
    const loading = reduceConsent(RULES, START, { type: 'service', id: 'ga', status: 'loading' })
    const both = reduceConsent(RULES, loading, { type: 'service', id: 'media', status: 'blocked' })
    expect(both).toEqual({ ...START, services: { ga: 'loading', media: 'blocked' } })
    expect(reduceConsent(RULES, both, seen(recordOf(ALL_NO))).services).toEqual(both.services)
  })

  it('a stored answer is in force and persisted', () => {
    const record = recordOf(ALL_YES)
    expect(reduceConsent(RULES, START, seen(record))).toMatchObject({
      record,
      persisted: true,
      answered: true,
      reason: 'choice',
      state: { analytics: 'granted' },
    })
  })

  it('P8 a yes without proof does not take effect, and says so', () => {
    const record = recordOf({ ga: 'granted', counter: 'denied', media: 'granted' })
    expect(reduceConsent(RULES, START, seen(record, { stored: false }))).toMatchObject({
      record: null,
      persisted: false,
      answered: false,
      pending: ['ga', 'media'],
      reason: 'not-stored',
      state: { analytics: 'denied', ga: 'denied', counter: 'denied', media: 'denied' },
    })
  })

  it('P8 a no without proof holds for the page, and says that it was not stored', () => {
    expect(reduceConsent(RULES, START, seen(recordOf(ALL_NO), { stored: false }))).toMatchObject({
      record: null,
      persisted: false,
      answered: true,
      reason: 'not-stored',
    })
  })

  it.each([
    ['expired', recordOf(ALL_YES), { now: 1e12 }, 'expired'],
    ['outdated', recordOf(ALL_YES, { policy: 'v0' }), {}, 'policy'],
  ])('an %s record is stored and backs nothing', (_, record, more, reason) => {
    expect(reduceConsent(RULES, START, seen(record, more))).toMatchObject({
      record,
      persisted: false,
      reason,
    })
  })

  it('P6 nothing stored is not persisted, and not called unproven', () => {
    expect(reduceConsent(RULES, START, seen(null))).toMatchObject({
      record: null,
      persisted: false,
      reason: 'unanswered',
    })
    expect(reduceConsent(RULES, START, seen(null, { stored: true })).persisted).toBe(false)
  })

  describe('what is shown', () => {
    const yes = recordOf(ALL_YES)
    const no = recordOf(ALL_NO, { rev: 2 })
    const some = recordOf({ ga: 'granted' })

    it.each<[string, ConsentRecord | null, Ui, Partial<RecordAction> & { record: ConsentRecord | null }, Ui]>(
      [
        // before, shown, what happens, shown then
        [
          'opens the notice for a visitor who has not answered',
          null,
          'none',
          { record: null, prompt: 'ask' },
          'notice',
        ],
        ['opens nothing when told to be quiet', null, 'none', { record: null, prompt: 'quiet' }, 'none'],
        ['opens nothing after a click', null, 'none', { record: null, prompt: 'answer' }, 'none'],
        [
          'leaves an open notice open when quiet',
          null,
          'notice',
          { record: null, prompt: 'quiet' },
          'notice',
        ],
        [
          'P16 closes a notice of an answered visitor whose answer is erased: the question comes on the next page',
          yes,
          'notice',
          { record: null, prompt: 'quiet' },
          'none',
        ],
        [
          'closes the notice when another tab answers',
          null,
          'notice',
          { record: yes, prompt: 'ask' },
          'none',
        ],
        ['closes it when quiet too', null, 'notice', { record: yes, prompt: 'quiet' }, 'none'],
        ['opens nothing for an answer in force', null, 'none', { record: yes, prompt: 'ask' }, 'none'],
        [
          'leaves preferences open under an answer of another tab',
          null,
          'preferences',
          { record: yes, prompt: 'ask' },
          'preferences',
        ],
        [
          'leaves preferences open when another tab withdraws',
          yes,
          'preferences',
          { record: no, prompt: 'quiet' },
          'preferences',
        ],
        [
          'leaves preferences open when the question returns',
          yes,
          'preferences',
          { record: null, prompt: 'ask' },
          'preferences',
        ],
        ['closes the notice after a yes', null, 'notice', { record: yes, prompt: 'answer' }, 'none'],
        ['closes the notice after a no', null, 'notice', { record: no, prompt: 'answer' }, 'none'],
        ['closes preferences after a yes', null, 'preferences', { record: yes, prompt: 'answer' }, 'none'],
        [
          'closes preferences after a first no',
          null,
          'preferences',
          { record: no, prompt: 'answer' },
          'none',
        ],
        [
          'P17 keeps preferences open to tell what a withdrawal did',
          yes,
          'preferences',
          { record: no, prompt: 'answer' },
          'preferences',
        ],
        [
          'P17 keeps the notice after a withdrawal through it, to tell what became of it',
          yes,
          'notice',
          { record: no, prompt: 'answer' },
          'notice',
        ],
        ['opens nothing for a withdrawal by API', yes, 'none', { record: no, prompt: 'answer' }, 'none'],
        [
          'keeps the notice while something is unanswered',
          null,
          'notice',
          { record: some, prompt: 'answer' },
          'notice',
        ],
        [
          'closes preferences into nothing while something is unanswered',
          null,
          'preferences',
          { record: some, prompt: 'answer' },
          'none',
        ],
        [
          'P8 keeps the notice to say that a yes was not stored',
          null,
          'notice',
          { record: yes, stored: false, prompt: 'answer' },
          'notice',
        ],
        [
          'P8 keeps the notice to say that a no was not stored',
          null,
          'notice',
          { record: no, stored: false, prompt: 'answer' },
          'notice',
        ],
        [
          'P8 keeps preferences to say that a yes was not stored',
          null,
          'preferences',
          { record: yes, stored: false, prompt: 'answer' },
          'preferences',
        ],
        [
          'P8 keeps preferences to say that a no was not stored',
          null,
          'preferences',
          { record: no, stored: false, prompt: 'answer' },
          'preferences',
        ],
        [
          'opens nothing for an unstored answer by API',
          null,
          'none',
          { record: yes, stored: false, prompt: 'answer' },
          'none',
        ],
        [
          'closes the notice under an unstored no that was clicked before',
          null,
          'notice',
          { record: no, stored: false, prompt: 'ask' },
          'none',
        ],
        [
          'P17 keeps a notice that was opened by hand when the same record is read again',
          yes,
          'notice',
          { record: yes, prompt: 'quiet' },
          'notice',
        ],
        [
          'closes a notice under a newer record',
          yes,
          'notice',
          { record: { ...yes, rev: yes.rev + 1 }, prompt: 'quiet' },
          'none',
        ],
        [
          'P13 closes a notice that was opened by hand with the answer given there',
          yes,
          'notice',
          { record: yes, prompt: 'answer' },
          'none',
        ],
        [
          'asks for what an unstored yes left open',
          null,
          'none',
          { record: yes, stored: false, prompt: 'ask' },
          'notice',
        ],
      ],
    )('%s', (_, before, ui, { record, ...more }, meant) => {
      expect(reduceConsent(RULES, after(before, ui), seen(record, more)).ui).toBe(meant)
    })

    it('P10 shows an advance notice to a visitor who has answered, and closes it once dismissed', () => {
      const policies = [policyOf('v1', 0), policyOf('v2', 100, { announced: 50 })]
      const rules = rulesOf({ policies })
      const told = reduceConsent(rules, after(yes, 'none', rules), seen(yes, { now: 50 }))
      expect(told).toMatchObject({ ui: 'notice', answered: true, state: { ga: 'granted' } })
      const dismissed = seen({ ...yes, seen: 'v2' }, { now: 50, prompt: 'answer' })
      expect(reduceConsent(rules, told, dismissed)).toMatchObject({ ui: 'none', state: { ga: 'granted' } })
    })

    it('P10 closes an advance notice by itself when its version takes effect without asking', () => {
      const policies = [policyOf('v1', 0), policyOf('v2', 100, { announced: 50, askAgain: false })]
      const rules = rulesOf({ policies })
      const told = reduceConsent(rules, after(yes, 'none', rules), seen(yes, { now: 50 }))
      expect(told.ui).toBe('notice')
      expect(reduceConsent(rules, told, seen(yes, { now: 60 })).ui).toBe('notice')
      expect(reduceConsent(rules, told, seen(yes, { now: 100 })).ui).toBe('none')
    })

    it('asks nothing of a minor, whoever wants to', () => {
      const rules = rulesOf({ silent: true })
      for (const ui of ['notice', 'preferences'] as const)
        expect(reduceConsent(rules, initialSnapshot(rules, 0), { type: 'ui', ui }).ui).toBe('none')
    })

    it('P10 keeps an advance notice open under an answer to something else', () => {
      const policies = [policyOf('v1', 0), policyOf('v2', 100, { announced: 50 })]
      const rules = rulesOf({ policies })
      const told = reduceConsent(rules, after(yes, 'none', rules), seen(yes, { now: 50 }))
      expect(reduceConsent(rules, told, seen(no, { now: 50, prompt: 'answer' })).ui).toBe('notice')
    })
  })

  const action: fc.Arbitrary<Action> = fc.oneof(
    fc.record({
      type: fc.constant('record' as const),
      record: fc.option(anyRecord(units, versions)),
      stored: fc.boolean(),
      signals: fc.record({ gpc: fc.boolean() }),
      now: fc.nat({ max: 1_200 }),
      prompt: fc.constantFrom('ask' as const, 'quiet' as const, 'answer' as const),
    }),
    fc.record({
      type: fc.constant('ui' as const),
      ui: fc.constantFrom('none' as const, 'notice' as const, 'preferences' as const),
    }),
    fc.record({
      type: fc.constant('service' as const),
      id: units,
      status: fc.constantFrom('idle' as const, 'running' as const, 'stopped' as const, 'blocked' as const),
    }),
  )

  it('P1 P8 grants exactly what the last stored record grants, after any actions', () => {
    fc.assert(
      fc.property(anyRules, fc.array(action, { maxLength: 12 }), (rules, actions) => {
        let snapshot = initialSnapshot(rules, 0)
        let meant = snapshot.state
        for (const each of actions) {
          snapshot = reduceConsent(rules, snapshot, each)
          if (each.type === 'record') {
            const { record, stored, signals, now } = each
            meant = decide(rules, stored ? record : null, signals, now).state
          }
          expect(snapshot.state).toEqual(meant)
          if (Object.values(snapshot.state).filter((status) => status === 'granted').length > 1) {
            expect(snapshot).toMatchObject({ persisted: true, reason: 'choice' })
          }
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('opens preferences for nobody who did not ask for them', () => {
    fc.assert(
      fc.property(anyRules, fc.array(action, { maxLength: 12 }), (rules, actions) => {
        let snapshot = initialSnapshot(rules, 0)
        for (const each of actions) {
          const before = snapshot.ui
          snapshot = reduceConsent(rules, snapshot, each)
          if (each.type !== 'ui' && snapshot.ui === 'preferences') expect(before).toBe('preferences')
        }
      }),
    )
  })
})
