import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInstant } from './parseInstant.js'

const instant = fc
  .date({ min: new Date('1971-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => Math.floor(date.getTime() / 60_000) * 60_000)

describe('instants of policy versions', () => {
  it.each([
    ['2026-12-01', 'Z', '2026-12-01T00:00:00Z'],
    ['2028-02-29', '+09:00', '2028-02-28T15:00:00Z'],
    ['2026-12-01', '+09:00', '2026-11-30T15:00:00Z'],
    ['2026-12-01', '-03:30', '2026-12-01T03:30:00Z'],
    ['2026-12-01T09:00', '+09:00', '2026-12-01T00:00:00Z'],
    ['2026-12-01T09:00:30', '+09:00', '2026-12-01T00:00:30Z'],
    ['2026-12-01T09:00:30.250', '+09:00', '2026-12-01T00:00:30.250Z'],
    ['2026-12-01T00:00:00+09:00', 'Z', '2026-11-30T15:00:00Z'],
    ['2026-12-01T00:00:00Z', '+09:00', '2026-12-01T00:00:00Z'],
  ])('P10 %s at %s is %s', (text, offset, meant) => {
    expect(parseInstant(text, offset)).toBe(Date.parse(meant))
  })

  it.each([
    '',
    'soon',
    '2026-12-01Z',
    '2026-12-01+09:00',
    '2026-13-01',
    '2026-12-32',
    '2026-02-31',
    '2025-02-29',
    '2026-04-31T09:00+09:00',
    '2026-00-01',
    '2026-01-00',
    '2026-12-01 00:00',
    '2026-12-01T24:61',
    '2026-12-01T00',
    '2026-12-01T00:00:00+0900',
    '2026-12-01T00:00:00 KST',
    ' 2026-12-01',
    '2026-12-01 ',
    '2026-12-01\n',
    '12/01/2026',
    '1764547200000',
    '02026-12-01',
    '1 Dec',
    '1 Dec 2026',
    'Dec 1, 2026 00:00',
    '2026-12',
    '2026-12-1',
    '2026-12-01T',
    'x2026-12-01T00:00Z',
    '2026-12-01T00:00+9:00',
    '2026-12-01T00:00Z+09:00',
  ])('P18 %j is no instant', (text) => {
    expect(parseInstant(text, 'Z')).toBeNaN()
  })

  it('P10 reads back every minute, in whichever offset it is written', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -12 * 60, max: 14 * 60 }), (moment, offset) => {
        const digits = (minutes: number) =>
          `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
        const zone = `${offset < 0 ? '-' : '+'}${digits(Math.abs(offset))}`
        const local = new Date(moment + offset * 60_000).toISOString().slice(0, 16)
        expect(parseInstant(`${local}${zone}`, 'Z')).toBe(moment)
        expect(parseInstant(local, zone)).toBe(moment)
      }),
    )
  })
})
