import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FakeBrowser } from '../test/fake/fakeBrowser.js'
import { spy } from '../test/fake/startTab.js'
import { DAY } from '../test/fixtures.js'
import { decideFromCookieHeader } from './decideFromCookieHeader.js'

const ANSWERS = ['ga1', 'ga0', 'videos1', 'videos0', 'other1']

const record = fc.record({
  id: fc.constantFrom('a', 'b'),
  policy: fc.constantFrom('v1', 'v2', 'v3', 'gone'),
  rev: fc.constantFrom('1', '2', '3'),
  age: fc.constantFrom(-500, 0, 1, 100, 300),
  answers: fc.uniqueArray(fc.constantFrom(...ANSWERS), { selector: (answer) => answer.slice(0, -1) }),
  seen: fc.constantFrom('', '.~v2', '.~v3'),
})

const place = fc.constantFrom('/', '/a', '/b').chain((path) => {
  const domain = fc.constantFrom('', '; domain=example.com', '; domain=shop.example.com')
  return domain.map((where) => `; path=${path}${where}`)
})

const site = fc.record({
  policies: fc.constantFrom(
    [{ version: 'v1' }],
    [
      { version: 'v1' },
      { version: 'v2', effective: '2026-05-01', askAgain: false },
      { version: 'v3', announced: '2026-05-25', effective: '2026-06-20' },
    ],
    [{ version: 'v2', effective: '2026-07-01' }, { version: 'v1' }],
  ),
  record: fc.constantFrom({}, { domain: 'example.com' }, { domain: 'other.com' }, { days: 7 }),
  signals: fc.constantFrom({}, { gpc: 'ask' as const }, { gpc: 'ignore' as const }),
  minor: fc.constantFrom(false, false, true),
})

it('a server decides what the page decides, from the same cookies, and after the page has put them in order', () => {
  let granted = 0
  const cookies = fc.array(fc.tuple(record, place), { maxLength: 4 })
  fc.assert(
    fc.property(site, cookies, fc.boolean(), (given, jar, gpc) => {
      const tab = new FakeBrowser().open('https://shop.example.com/a/x', { gpc })
      const now = tab.browser.clock.now()
      const config = { ...given, services: [spy('ga'), spy('videos', 'media')] }
      const decided = () => {
        const facts = { signals: { gpc }, now }
        const { notice, ...decision } = decideFromCookieHeader(config, tab.cookies, facts)
        return decision
      }
      for (const [{ id, policy, rev, age, answers, seen }, where] of jar) {
        const value = [1, id, policy, rev, (now - age * DAY).toString(36), 'api', ...answers].join('.')
        tab.setCookie(`consent_gate=${value}${seen}${where}`)
      }
      const before = decided()
      expect(tab.start(config).get()).toMatchObject(before)
      expect(decided()).toEqual(before)
      if (before.state.ga === 'granted') granted += 1
    }),
    { numRuns: 500 },
  )
  expect(granted).toBeGreaterThan(0)
})
