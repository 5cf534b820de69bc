import { afterEach, describe, expect, it } from 'vitest'
import { policyDay } from './policyDay.js'

const { TZ } = process.env
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ
  else process.env.TZ = TZ
})

const SEOUL = '2026-12-01T00:00:00+09:00'
const UTC = '2026-12-01T00:00:00Z'

describe.each(['America/New_York', 'Europe/Berlin', 'Asia/Seoul'])('P10 policyDay in %s', (zone) => {
  it.each([
    ['a date at the offset of the site', SEOUL, 0, { utcOffset: '+09:00' }, 'December 1, 2026'],
    ['the day before, as the end of a period', SEOUL, -1, { utcOffset: '+09:00' }, 'November 30, 2026'],
    ['a date west of Greenwich', '2026-12-01T00:00:00-05:00', 0, { utcOffset: '-05:00' }, 'December 1, 2026'],
    ['a date alone where the site names no offset', UTC, 0, {}, 'December 1, 2026'],
    ['the day before that', UTC, -1, {}, 'November 30, 2026'],
    ['an offset that is none as Z', UTC, 0, { utcOffset: 'Seoul' }, 'December 1, 2026'],
  ])('tells %s', (_, instant, more, settings, day) => {
    process.env.TZ = zone
    expect(policyDay(Date.parse(instant) + more, settings, 'en')).toBe(day)
  })
})

it.each([{}, { utcOffset: '' }, { utcOffset: 'Asia/Seoul' }])(
  'policyDay goes by the clock of the visitor where only the instant itself names an offset: %j',
  (settings) => {
    process.env.TZ = 'Asia/Seoul'
    expect(policyDay(Date.parse(SEOUL), settings, 'en')).toBe('December 1, 2026')
  },
)

it('policyDay takes an empty offset for none', () => {
  process.env.TZ = 'America/New_York'
  expect(policyDay(Date.parse(UTC), { utcOffset: '' }, 'en')).toBe('December 1, 2026')
})
