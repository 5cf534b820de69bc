import { describe, expect, it } from 'vitest'
import { DAY } from '../../test/fixtures.js'
import { issueTexts } from '../issue/issueTexts.js'
import type { ConsentConfig } from '../types/config.js'
import { inspectConfig } from './inspectConfig.js'
import { resolveConfig } from './resolveConfig.js'

const NOW = Date.parse('2026-06-01T00:00:00Z')
const FINE = { policies: [{ version: 'v1' }], categories: { media: {} } }

function inspect(config: unknown): { code: string; path: string; value: unknown }[] {
  const issues: { code: string; path: string; value: unknown }[] = []
  const settings = resolveConfig(config as ConsentConfig, 'shop.example.com', () => {})
  inspectConfig(config as ConsentConfig, settings, NOW, (code, path, value) => {
    issues.push({ code, path, value })
  })
  return issues
}

describe('what a developer is told about the configuration', () => {
  it('P18 is nothing when there is nothing to tell', () => {
    expect(inspect(FINE)).toEqual([])
    expect(
      inspect({
        ...FINE,
        policies: [
          { version: 'v1', effective: '2026-01-01' },
          { version: 'v2', announced: '2026-06-02', effective: '2026-06-09' },
        ],
        utcOffset: '+09:00',
        record: { cookie: 'mine', days: 30, domain: 'example.com' },
        session: { cookie: '__Host-sid', path: '/' },
        signals: { gpc: 'ask' },
        ui: { lang: 'ko-KR', position: 'top', theme: 'dark', reopen: 'none' },
      }),
    ).toEqual([])
    expect(inspect({ ...FINE, session: { cookie: 'sid', path: '/app', idleMinutes: 30 } })).toEqual([])
    expect(inspect({ ...FINE, session: { cookie: '__Host-sid' } })).toEqual([])
  })

  it.each<[string, string, unknown]>([
    ['CG101', 'record.cookie', { record: { cookie: 'a b' } }],
    ['CG102', 'record.days', { record: { days: 0 } }],
    ['CG103', 'record.domain', { record: { domain: 'example.org' } }],
    ['CG134', 'session.idleMinutes', { session: { cookie: 'sid', idleMinutes: -5 } }],
    ['CG134', 'session.idleMinutes', { session: { cookie: 'sid', idleMinutes: 'soon' } }],
    ['CG130', 'session.cookie', { session: 'sid' }],
    ['CG133', 'session.domain', { session: { cookie: 'sid', domain: 'other.com' } }],
    ['CG141', 'receipts', { receipts: '/receipts' }],
    ['CG104', 'ui.lang', { ui: { lang: 'sw-KE' } }],
    ['CG104', 'ui.lang', { ui: { lang: 'korean' } }],
    ['CG104', 'ui.position', { ui: { position: 'middle' } }],
    ['CG104', 'ui.theme', { ui: { theme: 'pink' } }],
    ['CG104', 'ui.reopen', { ui: { reopen: true } }],
    ['CG104', 'signals.gpc', { signals: { gpc: 'off' } }],
    ['CG110', 'policies', { policies: [] }],
    ['CG110', 'policies', { policies: [{ version: '0', url: '/privacy' }] }],
    ['CG111', 'policies[0].version', { policies: [{ version: '1.0' }] }],
    ['CG112', 'policies[0].effective', { policies: [{ version: 'v1', effective: 'soon' }] }],
    ['CG112', 'policies[0].effective', { policies: [{ version: 'v1', effective: '' }] }],
    ['CG112', 'policies[0].effective', { policies: [{ version: 'v1', effective: '2026-02-31' }] }],
    ['CG112', 'policies[0].announced', { policies: [{ version: 'v1', announced: 'soon' }] }],
    [
      'CG113',
      'policies[0]',
      { policies: [{ version: 'v1', announced: '2026-06-02', effective: '2026-06-08T23:59:59' }] },
    ],
    ['CG113', 'policies[0]', { policies: [{ version: 'v1', effective: '2026-07-01' }] }],
    [
      'CG113',
      'policies[0]',
      { policies: [{ version: 'v1', announced: '2026-05-30', effective: '2026-06-01' }] },
    ],
    ['CG114', 'utcOffset', { utcOffset: 'KST' }],
    ['CG114', 'utcOffset', { utcOffset: '+09:00 KST' }],
    ['CG114', 'utcOffset', { utcOffset: 'UTC+09:00' }],
    ['CG114', 'utcOffset', { utcOffset: '+25:00' }],
    ['CG114', 'utcOffset', { utcOffset: '+09:90' }],
    [
      'CG115',
      'policies[1]',
      {
        policies: [
          { version: 'v2', effective: '2026-02-01' },
          { version: 'v1', effective: '2026-01-01' },
        ],
      },
    ],
    [
      'CG115',
      'policies[1]',
      {
        policies: [
          { version: 'v1', effective: '2026-01-01' },
          { version: 'v2', effective: '2026-01-01' },
        ],
      },
    ],
    ['CG116', 'policies[1]', { policies: [{ version: 'v1' }, { version: 'v1', effective: '2026-01-01' }] }],
    ['CG121', 'categories', { categories: { 'a b': {}, media: {} } }],
    ['CG124', 'services', { categories: {} }],
    ['CG130', 'session.cookie', { session: { cookie: 'a b' } }],
    ['CG131', 'session', { session: { cookie: 'sid', expires: 7 } }],
    ['CG131', 'session', { session: { cookie: 'sid', maxAge: 60 } }],
    ['CG132', 'session', { session: { cookie: '__Host-sid', domain: 'example.com' } }],
    ['CG132', 'session', { session: { cookie: '__Host-sid', path: '/shop' } }],
  ])('P18 %s at %s', (code, path, wrong) => {
    const issues = inspect({ ...FINE, ...(wrong as object) })
    expect(issues.map((issue) => [issue.code, issue.path])).toContainEqual([code, path])
    expect(issueTexts[code]?.map((words) => words.length > 0)).toEqual([true, true])
  })

  it('P10 seven days between announcement and effect are enough', () => {
    const announced = new Date(NOW).toISOString()
    const effective = new Date(NOW + 7 * DAY).toISOString()
    expect(inspect({ ...FINE, policies: [{ version: 'v1', announced, effective }] })).toEqual([])
  })

  it('P18 a version that is listed twice is told as that, and not as one out of order', () => {
    const policies = ['2025-01-01', '2025-06-01', '2026-01-01'].map((effective, index) => ({
      version: index === 1 ? 'v2' : 'v1',
      effective,
    }))
    expect(inspect({ ...FINE, policies }).map(({ code, path }) => [code, path])).toEqual([
      ['CG116', 'policies[2]'],
    ])
  })

  it('P18 names the offending value as it was found', () => {
    expect(inspect({ ...FINE, record: { days: 4_000 } })).toEqual([
      { code: 'CG102', path: 'record.days', value: 4_000 },
    ])
  })
})
