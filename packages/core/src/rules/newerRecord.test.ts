import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { record, units } from '../../test/arbitraries.js'
import { recordOf } from '../../test/fixtures.js'
import type { ConsentRecord } from '../types/record.js'
import { newerRecord } from './newerRecord.js'
import { encodeRecord } from './record.js'

const some = record(units)

describe('which of two records holds', () => {
  it('takes the only one', () => {
    const only = recordOf({ ga: 'granted' })
    expect(newerRecord(only, null)).toBe(only)
    expect(newerRecord(null, only)).toBe(only)
    expect(newerRecord(null, null)).toBeNull()
  })

  it('P7 goes by the counter and never by the clock', () => {
    const no = recordOf({ ga: 'denied' }, { rev: 2, time: 0 })
    const yes = recordOf({ ga: 'granted' }, { rev: 1, time: 9e12 })
    expect(newerRecord(no, yes)).toBe(no)
    expect(newerRecord(yes, no)).toBe(no)
  })

  it('P7 lets every denial win a tie, and keeps the answers that only one of them has', () => {
    const one = recordOf({ ga: 'granted', media: 'denied' })
    const other = recordOf({ ga: 'denied', media: 'granted', counter: 'granted' }, { id: 'other' })
    const meant = { ga: 'denied', media: 'denied', counter: 'granted' }
    expect(newerRecord(one, other)).toEqual({ ...one, choices: meant })
    expect(newerRecord(other, one)?.choices).toEqual(meant)
  })

  it('P7 takes no yes from the lower of two that began apart, and each no', () => {
    const high = recordOf({ ga: 'granted', media: 'granted' }, { rev: 2 })
    const low = recordOf({ ga: 'denied', counter: 'granted' }, { rev: 1, id: 'other' })
    const meant = { ...high, choices: { ga: 'denied', media: 'granted' } }
    expect(newerRecord(high, low)).toEqual(meant)
    expect(newerRecord(low, high)).toEqual(meant)
  })

  it('gives the first one back where the other adds nothing, so that nothing is written for it', () => {
    const one = recordOf({ ga: 'denied', media: 'granted' })
    const written = encodeRecord(one)
    const after = (choices: ConsentRecord['choices']) =>
      encodeRecord(newerRecord(one, recordOf(choices, { id: 'other' })) ?? one)
    expect(after({ media: 'granted', ga: 'denied' })).toBe(written)
    expect(after({ ga: 'granted' })).toBe(written)
    expect(after({ media: 'denied' })).not.toBe(written)
    expect(after({ counter: 'granted' })).not.toBe(written)
  })

  it('P9 meets in the same answers, whichever tab looks first', () => {
    fc.assert(
      fc.property(some, some, (one, other) => {
        expect(newerRecord(one, other)?.choices).toEqual(newerRecord(other, one)?.choices)
      }),
    )
  })

  it('P7 grants nothing on a tie that either of them denies', () => {
    fc.assert(
      fc.property(some, some, (one, { choices }) => {
        const other = { ...one, choices }
        const winner = newerRecord(one, other)
        for (const unit of Object.keys(winner?.choices ?? {})) {
          const said = [one.choices[unit], other.choices[unit]]
          expect(winner?.choices[unit] === 'denied').toBe(said.includes('denied'))
        }
      }),
    )
  })

  it('is settled after one look', () => {
    fc.assert(
      fc.property(some, some, (one, other) => {
        const winner = newerRecord(one, other)
        expect(newerRecord(winner, one)).toEqual(winner)
        expect(newerRecord(winner, other)).toEqual(winner)
      }),
    )
  })
})
