import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { record as anyRecord } from '../../test/arbitraries.js'
import { recordOf } from '../../test/fixtures.js'
import type { ChoiceSource } from '../types/record.js'
import { decodeRecord, encodeRecord } from './record.js'

/** Cookies that visitors hold. They decode for ever: add lines, never change one. */
const GOLDEN: readonly (readonly [cookie: string, record: object])[] = [
  [
    '1.abcdef0123.2026-12-01.1.m3k9x0a8.notice.google-analytics1',
    {
      id: 'abcdef0123',
      policy: '2026-12-01',
      rev: 1,
      time: Number.parseInt('m3k9x0a8', 36),
      source: 'notice',
      choices: { 'google-analytics': 'granted' },
    },
  ],
  [
    '1.A-_9.0.z.0.preferences.google-analytics0.media1',
    {
      id: 'A-_9',
      policy: '0',
      rev: 35,
      time: 0,
      source: 'preferences',
      choices: { 'google-analytics': 'denied', media: 'granted' },
    },
  ],
  [
    '1.a.v1.10.1.inline.analytics0.~v2',
    {
      id: 'a',
      policy: 'v1',
      rev: 36,
      time: 1,
      source: 'inline',
      choices: { analytics: 'denied' },
      seen: 'v2',
    },
  ],
  [
    '1.a.v1.2.1.placeholder.x1',
    { id: 'a', policy: 'v1', rev: 2, time: 1, source: 'placeholder', choices: { x: 'granted' } },
  ],
  [
    '1.a.v1.2.1.markup.~v2',
    { id: 'a', policy: 'v1', rev: 2, time: 1, source: 'markup', choices: {}, seen: 'v2' },
  ],
  [
    '1.a.v1.0.zzzzzzzzz.api',
    { id: 'a', policy: 'v1', rev: 0, time: 101_559_956_668_415, source: 'api', choices: {} },
  ],
  [
    '1.a.v1.zzzzzzzz.1.api.110.001',
    {
      id: 'a',
      policy: 'v1',
      rev: 2_821_109_907_455,
      time: 1,
      source: 'api',
      choices: { 11: 'denied', '00': 'granted' },
    },
  ],
]

describe('the record in its cookie', () => {
  it.each(GOLDEN)('P6 decodes what was written once, for ever: %s', (cookie, record) => {
    expect({ ...decodeRecord(cookie), choices: { ...decodeRecord(cookie)?.choices } }).toEqual(record)
    expect(encodeRecord(decodeRecord(cookie) as never)).toBe(cookie)
  })

  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyRecord(), (record) => {
        const back = decodeRecord(encodeRecord(record))
        expect({ ...back, choices: { ...back?.choices } }).toEqual(record)
      }),
    )
  })

  it('holds only characters that a cookie and a server need not encode', () => {
    fc.assert(
      fc.property(anyRecord(), (record) => {
        expect(encodeRecord(record)).toMatch(/^[A-Za-z0-9._~-]+$/)
        expect(encodeURIComponent(encodeRecord(record))).toBe(encodeRecord(record))
      }),
    )
  })

  it('writes the parts in the documented order', () => {
    const record = recordOf({ ga: 'granted', media: 'denied' }, { rev: 37, time: 36, seen: 'v2' })
    expect(encodeRecord(record)).toBe('1.abc.v1.11.10.notice.ga1.media0.~v2')
    expect(encodeRecord(recordOf({}))).toBe('1.abc.v1.1.0.notice')
  })

  it.each([
    ['empty', ''],
    ['of a future version', '2.a.v1.1.1.api.ga1'],
    ['of version 11', '11.a.v1.1.1.api.ga1'],
    ['without a version', 'a.v1.1.1.api.ga1'],
    ['with something before it', ' 1.a.v1.1.1.api.ga1'],
    ['with a line before it', 'x\n1.a.v1.1.1.api.ga1'],
    ['with something after it', '1.a.v1.1.1.api.ga1 '],
    ['with a line after it', '1.a.v1.1.1.api.ga1\n'],
    ['with a last dot', '1.a.v1.1.1.api.ga1.'],
    ['with an empty id', '1..v1.1.1.api.ga1'],
    ['with a long id', `1.${'a'.repeat(41)}.v1.1.1.api.ga1`],
    ['with an encoded id', '1.%41.v1.1.1.api.ga1'],
    ['without a policy', '1.a..1.1.api.ga1'],
    ['with a long policy', `1.a.${'v'.repeat(41)}.1.1.api.ga1`],
    ['without a counter', '1.a.v1..1.api.ga1'],
    ['with a counter in capitals', '1.a.v1.A.1.api.ga1'],
    ['with a counter that cannot grow', `1.a.v1.${(2 ** 53).toString(36)}.1.api.ga1`],
    ['with a counter that is no number', '1.a.v1.___.1.api.ga1'],
    ['without a time', '1.a.v1.1..api.ga1'],
    ['with a time that is no number', '1.a.v1.1.___.api.ga1'],
    ['with a time that no date can hold', `1.a.v1.1.${(864e13 + 8).toString(36)}.api.ga1`],
    ['without a source', '1.a.v1.1.1..ga1'],
    ['with an answer of its own kind', '1.a.v1.1.1.api.ga2'],
    ['with an answer and no unit', '1.a.v1.1.1.api.1'],
    ['with an empty part', '1.a.v1.1.1.api..ga1'],
    ['with a long unit', `1.a.v1.1.1.api.${'g'.repeat(41)}1`],
    ['with the same unit twice', '1.a.v1.1.1.api.ga0.ga1'],
    ['with the same answer twice', '1.a.v1.1.1.api.ga1.ga1'],
    ['with an empty seen version', '1.a.v1.1.1.api.ga1.~'],
    ['with a long seen version', `1.a.v1.1.1.api.ga1.~${'v'.repeat(41)}`],
    ['with an answer after the seen version', '1.a.v1.1.1.api.~v2.ga1'],
    ['with two seen versions', '1.a.v1.1.1.api.~v2.~v3'],
    ['of another tool', '%7B%22categories%22%3A%5B%22analytics%22%5D%7D'],
    ['plainly yes', 'granted'],
  ])('P6 means "ask again" for a cookie %s', (_, cookie) => {
    expect(decodeRecord(cookie)).toBeNull()
  })

  it('keeps ids, versions and units of up to forty characters', () => {
    const long = 'x'.repeat(40)
    const record = recordOf({ [long]: 'granted' }, { id: long, policy: long, seen: long })
    expect(decodeRecord(encodeRecord(record))).toMatchObject({ id: long, policy: long, seen: long })
    expect(decodeRecord(encodeRecord(record))?.choices).toHaveProperty(long, 'granted')
  })

  it('keeps a unit whose name every object has as an answer of its own', () => {
    const { choices } = decodeRecord('1.a.v1.1.1.api.constructor1.__proto__0') ?? recordOf({})
    expect(Object.entries(choices)).toEqual([
      ['constructor', 'granted'],
      ['__proto__', 'denied'],
    ])
  })

  it.each(['notice', 'preferences', 'inline', 'placeholder', 'markup', 'api'] satisfies ChoiceSource[])(
    'keeps the source %s',
    (source) => {
      expect(decodeRecord(encodeRecord(recordOf({}, { source })))?.source).toBe(source)
    },
  )

  it('P6 refuses an oversized cookie, and reads the largest', () => {
    const sized = (length: number) => {
      const head = '1.a.v1.1.1.api'
      const units = Array.from({ length: 94 }, (_, index) => `.${`${index}`.padEnd(38, 'x')}1`).join('')
      const left = length - head.length - units.length
      return `${head}${units}.${'y'.repeat(left - 2)}0`
    }
    expect(sized(3_800)).toHaveLength(3_800)
    expect(decodeRecord(sized(3_800))).not.toBeNull()
    expect(decodeRecord(sized(3_801))).toBeNull()
  })

  it('P7 reads the highest counter, and the last time that a date can hold', () => {
    expect(decodeRecord(encodeRecord(recordOf({}, { rev: Number.MAX_SAFE_INTEGER })))?.rev).toBe(
      Number.MAX_SAFE_INTEGER,
    )
    expect(decodeRecord(encodeRecord(recordOf({}, { time: 864e13 })))?.time).toBe(864e13)
  })

  it('P6 never throws, and grants only what the cookie spells out', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), damaged()), (cookie) => {
        const record = decodeRecord(cookie)
        if (!record) return
        expect(encodeRecord(record).split('.').slice(6)).toEqual(cookie.split('.').slice(6))
        for (const [unit, status] of Object.entries(record.choices)) {
          expect(`${cookie}.`).toContain(`.${unit}${status === 'granted' ? 1 : 0}.`)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

/** A real record with something cut, put in or doubled. */
function damaged(): fc.Arbitrary<string> {
  return fc
    .tuple(anyRecord(), fc.nat(), fc.nat({ max: 3 }), fc.string({ maxLength: 3 }))
    .map(([record, seed, cut, put]) => {
      const cookie = encodeRecord(record)
      const at = seed % (cookie.length + 1)
      return cookie.slice(0, at) + put + cookie.slice(at + cut)
    })
}
