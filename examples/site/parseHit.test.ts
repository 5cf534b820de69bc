import { expect, test } from 'vitest'
import { parseHit } from './src/parseHit.js'

const hit = (query: string, body = '') =>
  parseHit('POST', new URLSearchParams(`v=2&tid=G-DEMO000000${query}`), body)

test('a hit without further parameters has no events, and nothing in the other columns', () => {
  expect(hit('')).toEqual({
    kind: 'hit',
    measurementId: 'G-DEMO000000',
    method: 'POST',
    events: [],
    clientId: '',
    consent: '',
    page: '',
  })
})

test('lines end with or without a carriage return, and the event of the query comes first', () => {
  expect(hit('&en=one', 'en=two\r\nen=three\n\n_et=5\nen=%EC%B0%A8')?.events).toEqual([
    'one',
    'two',
    'three',
    '차',
  ])
})

test.each(['G-', `G-${'A'.repeat(21)}`, 'g-DEMO', 'xG-DEMO', 'G-DEMO!'])('%s is no measurement ID', (id) => {
  expect(parseHit('GET', new URLSearchParams({ v: '2', tid: id }), '')).toBeNull()
})

test('of one hit no more is kept than the view has room for, whatever was sent', () => {
  const long = 'x'.repeat(10_000)
  const kept = hit(`&cid=${long}&gcs=${long}&dl=${long}`, Array(60).fill(`en=${long}`).join('\n'))
  expect(kept?.events).toEqual(Array(50).fill('x'.repeat(500)))
  expect([kept?.clientId, kept?.consent, kept?.page]).toEqual(Array(3).fill('x'.repeat(500)))
})
