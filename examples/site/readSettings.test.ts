import { expect, test } from 'vitest'
import { readSettings } from './src/readSettings.js'

test('without settings it is port 3000, the double and a database in memory; empty ones are none', () => {
  expect(readSettings({})).toEqual({ port: 3000 })
  expect(readSettings({ PORT: '', GA_MEASUREMENT_ID: '', DATABASE_URL: '' })).toEqual({ port: 3000 })
})

test('what is given is taken', () => {
  const databaseUrl = 'postgres://u:hunter2@db.example/receipts'
  expect(
    readSettings({ PORT: '65535', GA_MEASUREMENT_ID: 'G-REAL123456', DATABASE_URL: databaseUrl }),
  ).toEqual({ port: 65_535, measurementId: 'G-REAL123456', databaseUrl })
  expect(readSettings({ PORT: '0' })).toEqual({ port: 0 })
})

test.each(['-1', '65536', '80.5', 'abc', 'Infinity'])('P18 %s is no port', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(`PORT must be a number from 0 to 65535, not "${PORT}".`)
})

test.each(['UA-1-1', 'GTM-ABC', 'g-abc', 'G-', 'G-"><script>', 'xG-REAL123456'])(
  'P18 %s is no measurement ID',
  (GA_MEASUREMENT_ID) => {
    expect(() => readSettings({ GA_MEASUREMENT_ID })).toThrow(
      `GA_MEASUREMENT_ID must look like G-XXXXXXXXXX, not "${GA_MEASUREMENT_ID}".`,
    )
  },
)

test.each(['mysql://u:hunter2@h/x', 'postgres://u:hunter2#@h/x'])(
  'P18 a DATABASE_URL that names no database is refused without repeating it: %s',
  (DATABASE_URL) => {
    expect(() => readSettings({ DATABASE_URL })).toThrow(/^DATABASE_URL (?!.*hunter2)/)
  },
)
