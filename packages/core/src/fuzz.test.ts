import { describe, expect, it } from 'vitest'
import { FakeBrowser } from '../test/fake/fakeBrowser.js'
import { spy } from '../test/fake/startTab.js'
import { randomNumbers } from '../test/randomNumbers.js'
import { decideFromCookieHeader } from './decideFromCookieHeader.js'
import { parseCookieHeader } from './rules/cookieHeader.js'
import { decodeRecord, encodeRecord } from './rules/record.js'
import * as localKeys from './storage/localKeys.js'

const RECORDS = 100_000
const JARS = 20_000
const PAGES = 500

const NOW = Date.parse('2026-06-01T00:00:00Z')
const GOOD = [
  '1.abcdef0123.v1.1.mpufzeo0.notice.ga1',
  '1.abcdef0123.v1.1.mpufzeo0.notice.ga1.videos1.~v2',
  '1.A-_9.v1.zz.0.preferences.ga1.videos0',
]
const CONFIG = {
  policies: [{ version: 'v1' }],
  services: [
    { id: 'ga', category: 'analytics' },
    { id: 'videos', category: 'media' },
  ],
}
const PIECES = [
  '',
  '.',
  '..',
  '~',
  '.~',
  '=',
  ';',
  '; ',
  ' ',
  '"',
  '%',
  '%2E',
  '+',
  '1',
  '0',
  'ga1',
  '.ga1',
  'ga0',
  'true',
  'granted',
  '__proto__1',
  '.constructor1',
  'NaN',
  'Infinity',
  '-1',
  '1e9',
  '\n',
  '\0',
  '\u2028',
  'é',
  '한',
  '😀',
  '\ud800',
  '[object Object]',
  'undefined',
  'null',
  '{}',
  '<script>',
  'consent_gate=',
  'x'.repeat(41),
  '.a1'.repeat(40),
]

const random = randomNumbers(20_261_124)
const below = (limit: number) => Math.floor(random() * limit)
const pick = <T>(list: readonly T[]) => list[below(list.length)] as T

/** A real record, cut, doubled, shuffled, and with pieces put in. */
function malformed(): string {
  let text = pick(GOOD)
  for (let turn = below(4) + 1; turn > 0; turn--) {
    const at = below(text.length + 1)
    const to = at + below(6)
    text = pick([
      () => text.slice(0, at) + text.slice(to),
      () => text.slice(0, at) + pick(PIECES) + text.slice(at),
      () => text.slice(0, at) + pick(PIECES) + text.slice(to),
      () => text.slice(0, to) + text.slice(at),
      () => text.slice(0, at) + String.fromCharCode(below(0x180)) + text.slice(at + 1),
      () => [...text].reverse().join(''),
      () => text.toUpperCase(),
      () => text.replace(/\W/g, (character) => `%${character.charCodeAt(0).toString(16)}`),
      () => text.split('.').reverse().join('.'),
      () => `${text}.${pick(GOOD)}`,
    ])()
  }
  return text
}

/** A yes spelled out in the documented format: only then may anything be granted. */
const SPELLED =
  /^1\.[\w-]{1,40}\.v1\.[\w-]{1,40}\.[\w-]{1,40}\.[\w-]{1,40}(\.[\w-]{1,40}[01])*(\.~[\w-]{1,40})?$/
const saysYes = (value: string, unit: string) =>
  SPELLED.test(value) && value.split('.').slice(6).includes(`${unit}1`)

describe('P6 a fuzz that is the same on every run', () => {
  it(`decodes ${RECORDS} malformed records without a throw, and never to a grant that is not spelled out`, () => {
    let refused = 0
    let kept = 0
    for (let run = 0; run < RECORDS; run++) {
      const value = malformed()
      const record = decodeRecord(value)
      if (!record) {
        refused += 1
        continue
      }
      kept += 1
      // What decodes is exactly what we would have written.
      expect(encodeRecord(record)).toBe(value)
      for (const [unit, status] of Object.entries(record.choices)) {
        if (status === 'granted') expect(value.split('.')).toContain(`${unit}1`)
      }
    }
    // The fuzz reaches both sides.
    expect(refused).toBeGreaterThan(RECORDS / 2)
    expect(kept).toBeGreaterThan(100)
  })

  it(`decides from ${JARS} cookie jars without a throw, and grants only what one of their records spells out`, () => {
    let granted = 0
    for (let run = 0; run < JARS; run++) {
      const header = Array.from({ length: below(6) }, () =>
        pick([
          () => `consent_gate=${malformed()}`,
          () => `consent_gate=${pick(GOOD)}`,
          () => `${pick(PIECES)}=${pick(PIECES)}`,
          () => pick(PIECES),
          () => malformed(),
        ])(),
      ).join(pick(['; ', ';', ' ; ', ';;', ',', '']))
      const { state } = decideFromCookieHeader(CONFIG, header, { now: NOW })
      const values = parseCookieHeader(header).flatMap(([name, value]) =>
        name === 'consent_gate' ? [value] : [],
      )
      for (const unit of ['ga', 'videos']) {
        if (state[unit] !== 'granted') continue
        granted += 1
        expect(values.filter((value) => saysYes(value, unit))).not.toEqual([])
      }
      expect(state.necessary).toBe('granted')
    }
    expect(granted).toBeGreaterThan(100)
  })

  it(`starts on ${PAGES} pages whose storage holds junk, without a throw and without a grant`, async () => {
    for (let run = 0; run < PAGES; run++) {
      const browser = new FakeBrowser()
      const tab = browser.open('https://shop.example.com/a/b')
      let spelled = false
      for (let cookies = below(4); cookies > 0; cookies--) {
        const value = malformed()
        tab.setCookie(`consent_gate=${value}; path=${pick(['/', '/a', '/a/b'])}`)
      }
      for (const key of ['consent_gate', ...Object.values(localKeys)]) {
        if (below(2)) tab.localStorage.setItem(key, pick([malformed(), pick(PIECES), `[${pick(PIECES)}]`]))
      }
      browser.jar.fault = pick(['fine', 'fine', 'unwritable', 'refused'])
      browser.local = pick(['fine', 'fine', 'full', 'refused'])
      const copy = browser.local === 'refused' ? null : tab.localStorage.getItem('consent_gate')
      const values = [...parseCookieHeader(tab.cookies).map(([, value]) => value), copy ?? '']
      spelled = values.some((value) => saysYes(value, 'ga'))
      const ga = spy('ga')
      const consent = tab.start({
        ...CONFIG,
        services: [ga],
        session: { cookie: 'sid', idleMinutes: 30 },
        receipts: { url: '/receipts' },
      })
      await browser.settle()
      if (!spelled) expect(ga.calls).toEqual(['deny'])
      consent.exportData()
      consent.rejectAll()
      await browser.advance(1_000)
      expect(consent.get().state.ga).toBe('denied')
      consent.destroy()
      expect(browser.errors).toEqual([])
    }
  })
})
