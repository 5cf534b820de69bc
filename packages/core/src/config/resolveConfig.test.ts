import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesPattern } from '../rules/cookiePattern.js'
import type { ConsentConfig } from '../types/config.js'
import type { Service } from '../types/service.js'
import { resolveConfig } from './resolveConfig.js'

const HOST = 'shop.example.co.kr'

function resolve(config: unknown, hostname = HOST) {
  const issues: [code: string, path: string, value: unknown][] = []
  const settings = resolveConfig(config as ConsentConfig | null, hostname, (...issue) => {
    issues.push(issue as (typeof issues)[number])
  })
  return { settings, issues, codes: issues.map(([code]) => code) }
}

const ga: Service = { id: 'ga', category: 'analytics', cookies: [{ name: '_ga*' }] }

describe('the configuration with its defaults', () => {
  it('is complete where nothing was written', () => {
    const { settings, issues } = resolve({})
    expect(settings).toMatchObject({
      categories: [{ id: 'analytics', consentTypes: ['analytics_storage'] }],
      services: [],
      refused: [],
      units: [],
      policies: [{ version: '0', effective: 0, announced: 0, askAgain: true, url: '', summary: '' }],
      silent: false,
      session: null,
      record: { cookie: 'consent_gate', days: 180, domain: 'host' },
      days: 180,
      gpc: 'deny',
      receipts: null,
      ui: {},
      minor: false,
      debug: false,
    })
    expect(issues).toEqual([])
  })

  it('P18 a configuration that could not be read denies everything', () => {
    expect(resolve(null).settings).toMatchObject({ silent: true, units: [], services: [] })
  })

  it.each([
    [{ cookie: 'my-consent_1' }, { cookie: 'my-consent_1' }],
    [{ cookie: 'a b' }, { cookie: 'consent_gate' }],
    [{ cookie: '' }, { cookie: 'consent_gate' }],
    [{ cookie: 'x'.repeat(41) }, { cookie: 'consent_gate' }],
    [{ days: 1 }, { days: 1 }],
    [{ days: 400 }, { days: 400 }],
    [{ days: 401 }, { days: 180 }],
    [{ days: '90' }, { days: 90 }],
    [{ days: 0 }, { days: 180 }],
    [{ days: -5 }, { days: 180 }],
    [{ days: Number.NaN }, { days: 180 }],
    [{ days: 'many' }, { days: 180 }],
    [{ days: null }, { days: 180 }],
    [{ domain: 'host' }, { domain: 'host' }],
    [{ domain: HOST }, { domain: HOST }],
    [{ domain: 'example.co.kr' }, { domain: 'example.co.kr' }],
    [{ domain: 'ample.co.kr' }, { domain: 'host' }],
    [{ domain: 'other.example.co.kr' }, { domain: 'host' }],
    [{ domain: '' }, { domain: 'host' }],
  ])('P18 record %j becomes %j', (record, meant) => {
    expect(resolve({ record }).settings.record).toMatchObject(meant)
  })

  it.each([
    [{ gpc: 'deny' }, 'deny'],
    [{ gpc: 'ask' }, 'ask'],
    [{ gpc: 'ignore' }, 'ignore'],
    [{ gpc: 'off' }, 'deny'],
    [{ gpc: false }, 'deny'],
    [{}, 'deny'],
  ])('P11 signals %j becomes %j', (signals, meant) => {
    expect(resolve({ signals }).settings.gpc).toBe(meant)
  })

  it.each([
    [{ cookie: 'sid' }, { cookie: 'sid' }],
    [
      { cookie: 'sid', domain: 'example.co.kr' },
      { cookie: 'sid', domain: 'example.co.kr' },
    ],
    [{ cookie: 'sid', domain: 'other.test' }, { cookie: 'sid' }],
    [
      { cookie: '__Host-sid', domain: 'example.co.kr', path: '/shop' },
      { cookie: '__Host-sid', path: '/' },
    ],
    [
      { cookie: '__host-sid', domain: 'example.co.kr' },
      { cookie: '__host-sid', path: '/' },
    ],
    [{ cookie: 'a b' }, null],
    [{ cookie: 'a=b' }, null],
    [{ cookie: 'a;b' }, null],
    [{ cookie: '' }, null],
    [{ cookie: '세션' }, null],
    [{}, null],
    [{ cookie: null }, null],
  ])('P5 session %j becomes %j', (session, meant) => {
    expect(resolve({ session }).settings.session).toEqual(meant)
  })

  it.each([[[{}]], [[null]], ['cart'], [[{ name: 'cart' }, { name: undefined }]]])(
    'P5 denies everything where a necessary cookie has no name (%j), for it could be swept',
    (necessary) => {
      expect(resolve({ necessary, services: [ga] })).toMatchObject({
        settings: { silent: true },
        codes: ['CG100'],
      })
    },
  )

  it.each([null, 'vid_*', [null], ['vid_*']])(
    'P18 denies everything where the cookies of a service are no list of cookies: %j',
    (cookies) => {
      expect(resolve({ services: [{ id: 'videos', category: 'media', cookies }] })).toMatchObject({
        settings: { silent: true },
        codes: ['CG100'],
      })
    },
  )

  it('P5 lists every necessary cookie: the record, our own parts, the session and the site’s', () => {
    const { settings } = resolve({
      record: { cookie: 'mine' },
      session: { cookie: 'sid', httpOnly: true },
      necessary: [{ name: 'cart' }],
    })
    expect(settings.necessary.map(({ name }) => name)).toEqual(['mine', 'consent_gate*', 'sid', 'cart'])
    expect(settings.necessary[2]).toMatchObject({ httpOnly: true })
  })
})

describe('policy versions', () => {
  const policies = (...list: unknown[]) => resolve({ policies: list, utcOffset: '+09:00' }).settings.policies

  it('P10 come in order of effect, with their defaults', () => {
    expect(
      policies(
        {
          version: 'b',
          effective: '2026-12-01',
          announced: '2026-11-20',
          url: '/p',
          summary: 's',
          askAgain: false,
        },
        { version: 'a' },
      ),
    ).toEqual([
      { version: 'a', effective: 0, announced: 0, url: '', summary: '', askAgain: true },
      {
        version: 'b',
        effective: Date.parse('2026-12-01T00:00:00+09:00'),
        announced: Date.parse('2026-11-20T00:00:00+09:00'),
        url: '/p',
        summary: 's',
        askAgain: false,
      },
    ])
  })

  it('P10 without an announcement are announced when they take effect', () => {
    const [only] = policies({ version: 'a', effective: '2026-12-01T09:00:00Z' })
    expect(only?.announced).toBe(Date.parse('2026-12-01T09:00:00Z'))
  })

  it.each([
    { version: 'a', effective: 'soon' },
    { version: 'a', effective: '' },
    { version: 'a', effective: '2026-12-01', announced: '' },
    { version: 'a', effective: '2026-12-01', announced: 'soon' },
    { version: 'a b' },
    { version: 'x'.repeat(41) },
    { version: 1 },
    { version: '' },
    { version: 'constructor' },
    {},
  ])('P18 without a usable name or instant are ignored: %j', (policy) => {
    expect(policies(policy, { version: 'good' }).map(({ version }) => version)).toEqual(['good'])
    expect(policies(policy).map(({ version }) => version)).toEqual(['0'])
  })

  it('P10 listed twice: the first is used, so that nobody is asked for ever', () => {
    expect(
      policies({ version: 'a', url: '/first' }, { version: 'a', effective: '2026-12-01' }).map(
        ({ url }) => url,
      ),
    ).toEqual(['/first'])
    expect(
      policies({ version: 'a', effective: '2026-12-01', url: '/first' }, { version: 'a' }).map(
        ({ url }) => url,
      ),
    ).toEqual(['/first'])
  })

  it('P18 an offset that is none counts as Z', () => {
    const { settings } = resolve({ policies: [{ version: 'a', effective: '2026-12-01' }], utcOffset: 'KST' })
    expect(settings.policies).toMatchObject([{ version: 'a', effective: Date.parse('2026-12-01T00:00:00Z') }])
  })
})

describe('services and categories', () => {
  it('give what can be answered: services, and categories without any that were named', () => {
    const { settings, issues } = resolve({
      categories: { media: { label: 'Media' }, ads: {} },
      services: [ga, { id: 'videos', category: 'media' }, { id: 'map', category: 'places' }],
    })
    expect(settings.categories.map(({ id }) => id)).toEqual(['analytics', 'media', 'ads', 'places'])
    expect(settings.units).toEqual([
      { id: 'ga', category: 'analytics' },
      { id: 'videos', category: 'media' },
      { id: 'ads', category: 'ads' },
      { id: 'map', category: 'places' },
    ])
    expect(issues).toEqual([])
  })

  it('grant the consent types of their category, analytics its own by default', () => {
    const { settings } = resolve({
      categories: { analytics: { label: 'x' }, ads: { consentTypes: ['ad_storage'] } },
    })
    expect(settings.categories).toEqual([
      { id: 'analytics', label: 'x', consentTypes: ['analytics_storage'] },
      { id: 'ads', consentTypes: ['ad_storage'] },
    ])
  })

  const own = (cookies: string[]) => ({
    id: 'x',
    category: 'analytics',
    cookies: cookies.map((name) => ({ name })),
  })
  it.each<[code: string, path: string, value: unknown, service: object]>([
    ...['a b', '', undefined, 'constructor', 'ga', 'analytics', 'media', 'necessary', 'x'.repeat(41)].map(
      (id): [string, string, unknown, object] => [
        'CG120',
        'services[1].id',
        id,
        { id, category: 'analytics' },
      ],
    ),
    ...['necessary', 'a b', 'toString', undefined].map((category): [string, string, unknown, object] => [
      'CG122',
      'services[1].category',
      category,
      { id: 'x', category },
    ]),
    ['CG123', 'services[1].cookies', 'si*', own(['ok', 'si*'])],
    ['CG123', 'services[1].cookies', 'sid', own(['sid', 'cart'])],
    ['CG123', 'services[1].cookies', '*', own(['*'])],
    ['CG123', 'services[1].cookies', 'consent_gate.history', own(['consent_gate.history'])],
    ['CG123', 'services[1].cookies', 'cart', own(['cart'])],
    ['CG1', 'a.b', 5, { id: 'x', category: 'analytics', mistake: ['CG1', 'a.b', 5] }],
  ])('P18 %s at %s (%j) denies that service, and nothing else', (code, path, value, service) => {
    const { settings, issues } = resolve({
      categories: { media: {} },
      session: { cookie: 'sid' },
      necessary: [{ name: 'cart' }],
      services: [ga, service],
    })
    expect(issues).toEqual([[code, path, value]])
    expect(settings.services).toEqual([ga])
    expect(settings.refused).toHaveLength(1)
    expect(settings.units).toEqual([
      { id: 'ga', category: 'analytics' },
      { id: 'media', category: 'media' },
    ])
  })

  it('P18 a category whose every service is refused has nothing to answer', () => {
    const { settings } = resolve({ services: [{ ...ga, mistake: ['CG310', 'ga.id', 0] }] })
    expect(settings.units).toEqual([])
    expect(settings.refused).toEqual(['ga'])
  })

  it('P18 a category that cannot be used, or is called `necessary`, is none', () => {
    const { settings } = resolve({ categories: { 'a b': {}, necessary: {}, media: {} } })
    expect(settings.categories.map(({ id }) => id)).toEqual(['analytics', 'media'])
  })

  it('P5 no service that is left declares a pattern that matches a necessary name', () => {
    const name = fc.string({ unit: fc.constantFrom('s', 'i', 'd', '_', '*'), minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(name), fc.array(name), name, (declared, necessary, present) => {
        const { settings } = resolve({
          services: declared.map((pattern, index) => ({
            id: `s${index}`,
            category: 'media',
            cookies: [{ name: pattern }],
          })),
          necessary: necessary.map((pattern) => ({ name: pattern })),
        })
        const swept = settings.services.some(({ cookies = [] }) =>
          cookies.some((cookie) => matchesPattern(cookie.name, present)),
        )
        if (swept) expect(settings.necessary.some((own) => matchesPattern(own.name, present))).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('a configuration of any shape', () => {
  const junk = fc.anything({ maxDepth: 2 })
  const shape = fc.record(
    {
      policies: fc.oneof(junk, fc.array(junk)),
      utcOffset: junk,
      categories: junk,
      services: fc.oneof(
        junk,
        fc.array(junk),
        fc.array(fc.record({ id: junk, category: junk, cookies: junk })),
      ),
      session: fc.oneof(junk, fc.record({ cookie: junk, path: junk, domain: junk })),
      record: fc.oneof(junk, fc.record({ cookie: junk, days: junk, domain: junk })),
      signals: junk,
      necessary: fc.oneof(junk, fc.array(junk)),
      ui: junk,
      minor: junk,
    },
    { requiredKeys: [] },
  )

  it('P18 never throws, and leaves settings that can be used', () => {
    fc.assert(
      fc.property(shape, (config) => {
        const { settings } = resolve(config)
        expect(settings.policies.length).toBeGreaterThan(0)
        expect(settings.units.map(({ id }) => id)).not.toContain('necessary')
        for (const { name } of settings.necessary) expect(name).toBeTypeOf('string')
        for (const service of settings.services) {
          for (const { name } of service.cookies ?? []) expect(name).toBeTypeOf('string')
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
