import type { Service } from '@consent-gate/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { googleAnalytics } from './googleAnalytics.js'
import { fakePage } from './testing/fakePage.js'
import type { GoogleAnalyticsOptions, GtagConfig } from './types.js'

const ID = 'G-TEST1'
const HIT = 'https://www.google-analytics.com/g/collect?v=2&tid=G-TEST1'
const analytics = (over: Partial<GoogleAnalyticsOptions> = {}) =>
  googleAnalytics({ measurementId: ID, ...over })
const names = (commands: unknown[][]) => commands.map(([name, second]) => [name, second])

/** A page that granted, with the tag running. */
function running(over: Partial<GoogleAnalyticsOptions> = {}, address?: string) {
  const page = fakePage(address)
  const service = analytics(over)
  page.grant(service)
  page.arrive()
  return { page, service }
}

describe('P1 nothing before yes', () => {
  test('no script is inserted and the opt-out flag is up', () => {
    const page = fakePage()
    page.deny(analytics(), { answered: false })
    expect(page.scripts).toEqual([])
    expect(page.win[`ga-disable-${ID}`]).toBe(true)
    expect(page.statuses).toEqual([])
  })

  test('dataLayer and gtag are there for the page, and its own are kept', () => {
    const page = fakePage()
    page.deny(analytics())
    page.win.gtag?.('event', 'early')
    expect(page.commands()).toEqual([['event', 'early']])

    const gtag = () => {}
    const layer: unknown[] = []
    const own = fakePage(undefined, { gtag, dataLayer: layer })
    own.grant(analytics())
    expect(own.win.gtag).toBe(gtag)
    expect(own.win.dataLayer).toBe(layer)
  })

  test.each<[string, unknown, unknown[]]>([
    ['a new array, which goes into the one that is there', [{ event: 'theirs' }], [{ event: 'theirs' }]],
    ['an empty array', [], []],
    ['the array itself, as the lines that define it do', undefined, []],
    ['what is no array', { push() {} }, []],
    ['null', null, []],
  ])('P4 a page that assigns dataLayer later is heard as before: %s', (_, assigned, taken) => {
    const page = fakePage()
    const service = analytics()
    page.deny(service, { answered: false })
    const layer = page.win.dataLayer
    page.win.dataLayer = (assigned === undefined ? page.win.dataLayer : assigned) as unknown[]
    page.win.dataLayer?.push('more')
    page.grant(service)
    expect(page.win.dataLayer).toBe(layer)
    expect(names(page.commands())).toEqual([
      ['consent', 'default'],
      ['consent', 'update'],
      ['js', expect.any(Date)],
      ['config', ID],
    ])
    expect(layer?.slice(4)).toEqual([...taken, 'more'])
  })

  test('P4 a page that assigns dataLayer from itself repeats nothing', () => {
    const { page } = running()
    const before = page.win.dataLayer?.length ?? 0
    page.win.dataLayer = [...(page.win.dataLayer ?? []), 'more']
    expect(page.win.dataLayer).toHaveLength(before + 1)
  })

  test('P15 a page whose own var dataLayer cannot be watched goes on, and the next start finds the tag’s layer', () => {
    const layer: unknown[] = []
    const page = fakePage()
    Object.defineProperty(page.win, 'dataLayer', { value: layer, writable: true, configurable: false })
    const service = analytics()
    page.grant(service)
    page.arrive()
    page.win.dataLayer = []
    service.destroy?.()
    page.deny(analytics())
    expect(page.win.dataLayer).toEqual([])
    expect(layer.at(-1)).toEqual(expect.objectContaining({ 0: 'consent', 1: 'update' }))
  })
})

describe('P4 the dataLayer contract', () => {
  test('default, update, js, config, in this order, as arguments objects, before the script', () => {
    const page = fakePage()
    page.grant(analytics())
    expect(names(page.commands())).toEqual([
      ['consent', 'default'],
      ['consent', 'update'],
      ['js', new Date(1_700_000_000_000)],
      ['config', ID],
    ])
    expect(page.win.dataLayer).toHaveLength(4)
    const [[, , first] = [], [, , update] = []] = page.commands()
    expect(Object.values(first as object)).toEqual(Array(7).fill('denied'))
    expect(update).toEqual({ analytics_storage: 'granted' })
    expect(page.scripts.map(({ src }) => src)).toEqual([
      'https://www.googletagmanager.com/gtag/js?id=G-TEST1',
    ])
  })

  test('a grant of this service alone is the consent to analytics_storage', () => {
    const page = fakePage()
    page.grant(analytics(), { consentTypes: [] })
    expect(page.commands()[1]?.[2]).toEqual({ analytics_storage: 'granted' })
  })

  test('one script and one config per ID for several IDs', () => {
    const page = fakePage()
    page.grant(analytics({ measurementId: [ID, 'G-TEST2', ID] }))
    expect(page.scripts).toHaveLength(1)
    expect(names(page.commands()).slice(3)).toEqual([
      ['config', ID],
      ['config', 'G-TEST2'],
    ])
  })

  test.each<[string, Partial<GoogleAnalyticsOptions>, boolean, string[]]>([
    ['an unanswered start drops', {}, false, []],
    ['an unanswered start holds', { beforeConsent: 'hold' }, false, ['early']],
    ['a refused start drops, also when holding', { beforeConsent: 'hold' }, true, []],
  ])('%s what the page queued', (_, options, answered, expected) => {
    const page = fakePage()
    const service = analytics(options)
    page.deny(service, { answered })
    page.win.gtag?.('consent', 'default', { ad_storage: 'granted' })
    page.win.gtag?.('config', ID, { allow_google_signals: true })
    page.win.gtag?.('event', 'early')
    page.grant(service)
    const commands = page.commands()
    expect(commands.filter(([name]) => name === 'event').map(([, name]) => name)).toEqual(expected)
    expect(names(commands).slice(0, 2)).toEqual([
      ['consent', 'default'],
      ['consent', 'update'],
    ])
    expect(commands.filter(([name]) => name === 'config')).toHaveLength(1)
  })

  test('events that a page queued under a stored yes are kept', () => {
    const page = fakePage()
    page.win.dataLayer = []
    ;(function (..._: string[]) {
      // biome-ignore lint/complexity/noArguments: what a page pushes.
      page.win.dataLayer?.push(arguments)
    })('event', 'purchase')
    page.grant(analytics())
    expect(names(page.commands()).slice(3)).toEqual([
      ['config', ID],
      ['event', 'purchase'],
    ])
  })

  test('holds the last fifty events and nothing else', () => {
    const page = fakePage()
    const service = analytics({ beforeConsent: 'hold' })
    page.deny(service, { answered: false })
    for (let index = 0; index < 60; index++) service.track?.(`e${index}`)
    page.grant(service)
    const events = page.commands().filter(([name]) => name === 'event')
    expect(events.map(([, name]) => name)).toEqual(Array.from({ length: 50 }, (_, index) => `e${index + 10}`))
  })

  test('a refusal after an unanswered start ends what was held', () => {
    const page = fakePage()
    const service = analytics({ beforeConsent: 'hold' })
    page.deny(service, { answered: false })
    service.track?.('before')
    page.deny(service, { answered: true })
    service.track?.('refused')
    page.grant(service)
    expect(page.commands().filter(([name]) => name === 'event')).toEqual([])
  })

  test('what was pushed while refused is not held by a reset() that takes the answer back', () => {
    const page = fakePage()
    const service = analytics({ beforeConsent: 'hold' })
    page.deny(service, { answered: true })
    page.win.gtag?.('event', 'refused')
    page.deny(service, { answered: false })
    service.track?.('after_reset')
    page.grant(service)
    expect(page.commands().filter(([name]) => name === 'event')).toEqual([])
  })

  test('what is no command stays the page’s, in the same array, behind ours', () => {
    const other = [{ event: 'gtm.js' }, ['config', 'x'], Object.create(null)]
    const layer: unknown[] = [...other]
    const page = fakePage(undefined, { dataLayer: layer })
    page.grant(analytics())
    expect(page.win.dataLayer).toBe(layer)
    expect(layer.slice(4)).toEqual(other)
  })

  test('P15 who listens at the push of the page’s layer hears each entry of the page once', () => {
    const heard: unknown[] = []
    const layer: unknown[] = [{ event: 'theirs' }]
    layer.push = (...entries) => {
      heard.push(...entries)
      return Array.prototype.push.apply(layer, entries)
    }
    const page = fakePage(undefined, { dataLayer: layer })
    page.grant(analytics())
    expect(heard).toHaveLength(4)
    expect(layer).toHaveLength(5)
  })

  test('any mix of commands and other entries leaves the default first and one config', () => {
    const entry = fc.oneof(
      fc.tuple(fc.constantFrom('event', 'config', 'consent', 'set', 'js'), fc.string()),
      fc.record({ event: fc.string() }),
    )
    fc.assert(
      fc.property(
        fc.array(entry),
        fc.boolean(),
        fc.constantFrom('drop', 'hold'),
        (queue, answered, before) => {
          const page = fakePage()
          const service = analytics({ beforeConsent: before })
          page.deny(service, { answered })
          for (const item of queue) {
            if (Array.isArray(item)) page.win.gtag?.(...item)
            else page.win.dataLayer?.push(item)
          }
          page.grant(service)
          const commands = page.commands()
          expect(String(page.win.dataLayer?.[0])).toBe('[object Arguments]')
          expect(names(commands)[0]).toEqual(['consent', 'default'])
          for (const name of ['config', 'js']) {
            expect(commands.filter(([command]) => command === name)).toHaveLength(1)
          }
          expect(page.win.dataLayer?.filter((item) => Object(item).event !== undefined)).toEqual(
            queue.filter((item) => !Array.isArray(item)),
          )
        },
      ),
    )
  })

  test('what the page says under a yes stays in the queue when another category joins while the tag loads', () => {
    const page = fakePage()
    const service = analytics()
    page.grant(service)
    page.win.gtag?.('set', { currency: 'KRW' })
    page.grant(service, { consentTypes: ['analytics_storage', 'ad_storage'] })
    expect(names(page.commands()).slice(4)).toEqual([
      ['set', { currency: 'KRW' }],
      ['consent', 'update'],
    ])
  })

  test('an ads category that comes and goes is one update each', () => {
    const { page, service } = running()
    page.grant(service, { consentTypes: ['analytics_storage', 'ad_storage'] })
    page.grant(service)
    expect(page.commands().slice(4)).toEqual([
      ['consent', 'update', { analytics_storage: 'granted', ad_storage: 'granted' }],
      ['consent', 'update', { analytics_storage: 'granted', ad_storage: 'denied' }],
    ])
  })
})

describe('P2 off means off', () => {
  test('flag, then update denied, then the guard', async () => {
    const { page, service } = running()
    const { fetch } = page.win
    page.deny(service)
    expect(page.win[`ga-disable-${ID}`]).toBe(true)
    expect(page.commands().at(-1)).toEqual(['consent', 'update', { analytics_storage: 'denied' }])
    expect((await page.win.fetch(HIT)).status).toBe(204)
    expect(page.win.navigator.sendBeacon(HIT)).toBe(true)
    expect(page.sent).toEqual([])
    expect(page.win.fetch).not.toBe(fetch)
    expect(page.statuses.at(-1)).toEqual(['stopped'])
  })

  test('P17 where the browser has no sendBeacon the service is stopped all the same', async () => {
    const { page, service } = running()
    Reflect.set(page.win.navigator, 'sendBeacon', undefined)
    page.deny(service)
    await page.win.fetch(HIT)
    expect(page.sent).toEqual([])
    expect(page.statuses.at(-1)).toEqual(['stopped'])
  })

  test('withdrawn while the tag loads, the tag finds nothing to send', () => {
    const page = fakePage()
    const service = analytics({ measurementId: [ID, 'G-TEST2'] })
    page.grant(service)
    page.win.gtag?.('event', 'waiting')
    page.deny(service)
    page.arrive()
    expect(names(page.commands())).toEqual([['consent', 'default']])
    expect(page.statuses).toEqual([['loading'], ['stopped']])
    expect(page.win[`ga-disable-${ID}`]).toBe(true)
  })

  test('withdrawn while the tag loads, what the page has it measure once it is here is held', async () => {
    const page = fakePage()
    const service = analytics()
    page.grant(service)
    page.deny(service)
    page.arrive()
    await page.win.fetch(HIT)
    page.win.navigator.sendBeacon(HIT)
    expect(page.sent).toEqual([])
  })

  test('a tag that the site loads itself finds every type denied after a no, and is guarded', async () => {
    const page = fakePage(undefined, { google_tag_manager: { [ID]: {} } })
    page.win.dataLayer = []
    page.deny(analytics())
    await page.win.fetch(HIT)
    expect(page.sent).toEqual([])
    expect(names(page.commands())).toEqual([['consent', 'default']])
  })

  test('P15 where the load failed, a no patches nothing', () => {
    const page = fakePage()
    const { fetch } = page.win
    const service = analytics()
    page.grant(service)
    page.scripts[0]?.onerror?.()
    page.deny(service)
    expect(page.win.fetch).toBe(fetch)
    expect(page.statuses.at(-1)).toEqual(['stopped'])
  })

  test('withdrawn while waiting for an idle moment, no script is inserted, nothing is patched', () => {
    const page = fakePage()
    const { fetch } = page.win
    const service = analytics({ when: 'idle' })
    page.grant(service)
    expect(page.scripts).toEqual([])
    page.deny(service)
    page.pass(5_000)
    expect(page.scripts).toEqual([])
    expect(page.statuses).toEqual([['loading'], ['stopped']])
    expect(page.win.fetch).toBe(fetch)
  })

  test('P4 what is pushed after that no is not in the queue of the next yes', () => {
    const page = fakePage()
    const service = analytics({ when: 'idle' })
    page.grant(service)
    page.deny(service)
    page.win.gtag?.('event', 'refused')
    page.grant(service)
    page.pass(0)
    page.arrive()
    expect(page.commands().filter(([name]) => name === 'event')).toEqual([])
    expect(page.statuses).toEqual([['loading'], ['stopped'], ['loading'], ['running', '']])
  })

  test('a page that froze its opt-out flag goes on to the guard', async () => {
    const page = fakePage()
    Object.defineProperty(page.win, `ga-disable-${ID}`, { value: false })
    const service = analytics()
    page.grant(service)
    page.arrive()
    page.deny(service)
    await page.win.fetch(HIT)
    expect(page.sent).toEqual([])
    expect(page.statuses.at(-1)).toEqual(['stopped'])
  })

  test.each(['a(', '[', '\\', '*'])(
    'the cookie_prefix %s throws nothing and holds as well',
    async (cookie_prefix) => {
      const { page, service } = running({ config: { cookie_prefix } })
      page.deny(service)
      await page.win.fetch(HIT)
      expect(page.sent).toEqual([])
    },
  )

  test('events through the API are dropped while refused, and the tag is told no address', () => {
    const { page, service } = running()
    page.deny(service)
    page.navigate('/reset?token=abc')
    const before = page.commands().length
    service.track?.('later')
    service.pageView?.()
    expect(page.commands()).toHaveLength(before)
  })
})

describe('P3 on again', () => {
  test('flag cleared, update granted, one page_view, nothing loaded or configured again', () => {
    const { page, service } = running()
    const { fetch } = page.win
    for (let round = 0; round < 10; round++) {
      page.deny(service)
      const before = page.commands().length
      page.grant(service)
      expect(page.commands().slice(before)).toEqual([
        ['consent', 'update', { analytics_storage: 'granted' }],
        ['event', 'page_view', { send_to: [ID] }],
      ])
    }
    expect(`ga-disable-${ID}` in page.win).toBe(false)
    page.pass(6_000)
    expect(page.win.fetch).toBe(fetch)
    expect(page.scripts).toHaveLength(1)
    expect(page.commands().filter(([name]) => name === 'config')).toHaveLength(1)
  })

  test.each<[string, Partial<GoogleAnalyticsOptions>]>([
    ['manual', { pageViews: 'manual' }],
    ['send_page_view: false', { config: { send_page_view: false } }],
  ])('no page_view of ours with %s', (_, options) => {
    const { page, service } = running(options)
    expect(page.commands()[3]?.[2]).toMatchObject({ send_page_view: false })
    page.deny(service)
    page.grant(service)
    expect(page.commands().filter(([name]) => name === 'event')).toEqual([])
  })

  test('granted again while the tag loads, the page is reported by config alone', () => {
    const page = fakePage()
    const service = analytics()
    page.grant(service)
    page.deny(service)
    page.win.gtag?.('event', 'refused')
    page.grant(service)
    page.arrive()
    expect(page.scripts).toHaveLength(1)
    expect(names(page.commands())).toEqual([
      ['consent', 'default'],
      ['consent', 'update'],
      ['js', expect.any(Date)],
      ['config', ID],
    ])
    expect(page.statuses.at(-1)).toEqual(['running', ''])
  })

  test('in any order of toggles and arrival: one default, one config, at most one script', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('grant', 'deny', 'arrive'), { minLength: 1 }), (steps) => {
        const page = fakePage()
        const service = analytics()
        let granted = false
        for (const step of steps) {
          if (step === 'arrive' && page.scripts.length && !page.win.google_tag_manager) page.arrive()
          if (step === 'grant' && !granted) page.grant(service)
          if (step === 'deny') page.deny(service)
          if (step !== 'arrive') granted = step === 'grant'
          const commands = page.commands()
          const consents = commands.filter(([name]) => name === 'consent')
          if (page.scripts.length) expect(consents.filter(([, kind]) => kind === 'default')).toHaveLength(1)
          expect(commands.filter(([name]) => name === 'config').length).toBeLessThanOrEqual(1)
          for (const name of granted ? ['js', 'config'] : [])
            expect(commands.filter(([command]) => command === name)).toHaveLength(1)
          expect(page.scripts.length).toBeLessThanOrEqual(1)
          if (step !== 'arrive') expect(`ga-disable-${ID}` in page.win).toBe(!granted)
          const last = consents.at(-1)?.[2] as Record<string, string> | undefined
          if (last) expect(last.analytics_storage).toBe(granted ? 'granted' : 'denied')
        }
      }),
    )
  })
})

describe('the config command', () => {
  const fields = (options: Partial<GoogleAnalyticsOptions>, address?: string, over = {}) => {
    const page = fakePage(address)
    page.grant(analytics(options), over)
    return page.commands().find(([name]) => name === 'config')?.[2]
  }

  test('promises little by default', () => {
    expect(fields({})).toEqual({
      allow_google_signals: false,
      allow_ad_personalization_signals: false,
      cookie_domain: 'none',
      cookie_flags: 'SameSite=Lax;Secure',
      cookie_expires: 33_696_000,
      cookie_update: false,
    })
    expect(fields({}, 'http://localhost/')).toMatchObject({ cookie_flags: 'SameSite=Lax' })
  })

  test.each<[string, GtagConfig, string]>([
    ['example.test', {}, 'example.test'],
    ['example.test', { cookie_domain: 'none' }, 'none'],
    ['host', { cookie_domain: 'example.test' }, 'none'],
  ])('P4 with record.domain %s and %o the cookies are on %s', (recordDomain, config, expected) => {
    expect(fields({ config }, undefined, { recordDomain })).toMatchObject({ cookie_domain: expected })
  })

  test('Google Signals need a consent to ads, and the site’s wish', () => {
    const config = { allow_google_signals: true }
    expect(fields({ config })).toMatchObject({ allow_google_signals: false })
    const consentTypes = ['analytics_storage', 'ad_storage']
    expect(fields({ config }, undefined, { consentTypes })).toMatchObject({
      allow_google_signals: true,
      allow_ad_personalization_signals: false,
    })
    expect(fields({}, undefined, { consentTypes })).toMatchObject({ allow_google_signals: false })
  })

  test('takes the site’s own fields and the transport', () => {
    const config = { cookie_expires: 0, user_properties: { plan: 'pro' } }
    expect(fields({ config, transportUrl: 'https://t.example.test' })).toMatchObject({
      ...config,
      transport_url: 'https://t.example.test',
    })
  })
})

test.each<[string, Record<string, unknown>, unknown]>([
  ['goes to our IDs', {}, [ID]],
  ['goes where it says', { send_to: 'agency' }, 'agency'],
])('with config.groups an event through the API %s', (_, params, send_to) => {
  const { page, service } = running({ config: { groups: 'agency' } })
  service.track?.('sign_up', { ...params })
  service.pageView?.({ ...params })
  expect(page.commands().slice(-2)).toEqual([
    ['event', 'sign_up', { send_to }],
    ['event', 'page_view', { send_to }],
  ])
})

describe('addresses', () => {
  const secret = 'https://shop.example.test/reset?token=abc&page=2'

  test('a secret is scrubbed by set, and a later page is itself again', () => {
    const { page } = running({}, secret)
    const set = () => page.commands().filter(([name]) => name === 'set')
    expect(set()).toEqual([['set', { page_location: 'https://shop.example.test/reset?token=-&page=2' }]])
    page.navigate('/done')
    expect(set().at(-1)).toEqual(['set', { page_location: 'https://shop.example.test/done' }])
  })

  test.each<[string, (page: ReturnType<typeof fakePage>, service: Service) => void]>([
    ['an event', (_, service) => service.track?.('e')],
    ['off and on again', (page, service) => [page.deny(service), page.grant(service)]],
    ['another category', (page, service) => page.grant(service, { consentTypes: ['ad_storage'] })],
  ])('it is told once, and the next page is itself again also after %s', (_, happen) => {
    const { page, service } = running({}, secret)
    const set = () => page.commands().filter(([name]) => name === 'set')
    happen(page, service)
    expect(set()).toHaveLength(1)
    page.navigate('/done')
    expect(set().at(-1)).toEqual(['set', { page_location: 'https://shop.example.test/done' }])
  })

  test.each<[string, (page: ReturnType<typeof fakePage>, service: Service) => void]>([
    ['an event', (_, service) => service.track?.('e')],
    ['the page_view of a new yes', (page, service) => [page.deny(service), page.grant(service)]],
  ])('%s finds an address clean that no browser told of', (_, report) => {
    const { page, service } = running()
    page.win.location.href = secret
    report(page, service)
    const commands = names(page.commands())
    expect(commands.slice(-2)).toEqual([
      ['set', { page_location: 'https://shop.example.test/reset?token=-&page=2' }],
      ['event', expect.any(String)],
    ])
  })

  test('the referrer of the first page is scrubbed, and one without secrets is left to the tag', () => {
    for (const [referrer, expected] of [
      ['https://a.test/?code=1', [['set', { page_referrer: 'https://a.test/?code=-' }]]],
      ['https://a.test/', []],
    ] as const) {
      const page = fakePage()
      Reflect.set(page.win.document, 'referrer', referrer)
      page.grant(analytics())
      expect(page.commands().filter(([name]) => name === 'set')).toEqual(expected)
    }
  })

  test('withdrawn while the tag loads, a new yes tells it again', () => {
    const page = fakePage(secret)
    const service = analytics()
    page.grant(service)
    page.deny(service)
    page.grant(service)
    expect(names(page.commands())).toContainEqual([
      'set',
      { page_location: expect.stringContaining('token=-') },
    ])
  })

  test('P15 without the Navigation API it looks twice a second, while granted', () => {
    const looks = new Map<number, () => void>()
    const page = fakePage(undefined, {
      navigation: undefined,
      setInterval: (look: () => void, ms: number) => looks.set(ms, look) && ms,
      clearInterval: (id: number) => looks.delete(id),
    })
    const service = analytics()
    page.grant(service)
    page.win.location.href = secret
    looks.get(500)?.()
    expect(names(page.commands()).at(-1)?.[0]).toBe('set')
    page.deny(service)
    expect(looks.size).toBe(0)
  })

  test('an address without secrets is left to the tag, on later pages too', () => {
    const { page } = running()
    page.navigate('/news')
    expect(page.commands().filter(([name]) => name === 'set')).toEqual([])
    page.navigate('/invite?email=a@b.kr')
    expect(page.commands().at(-1)).toEqual([
      'set',
      { page_location: 'https://shop.example.test/invite?email=-' },
    ])
  })

  test('event parameters are scrubbed, other values untouched', () => {
    const { page, service } = running({ scrub: ['ticket'] })
    service.pageView?.({ page_location: 'https://a.test/?ticket=1&x=2', value: 3, page_title: 'Hi a@b.kr' })
    expect(page.commands().at(-1)).toEqual([
      'event',
      'page_view',
      { page_location: 'https://a.test/?ticket=-&x=2', value: 3, page_title: 'Hi -' },
    ])
  })

  test('what config says of the page is scrubbed, the address of a server is not', () => {
    const transport_url = 'https://sst.example.test/?key=of-the-server'
    const { page } = running({
      config: { page_location: secret, page_referrer: secret, page_title: 'Of a@b.kr', transport_url },
    })
    expect(page.commands().find(([name]) => name === 'config')?.[2]).toMatchObject({
      page_location: 'https://shop.example.test/reset?token=-&page=2',
      page_referrer: 'https://shop.example.test/reset?token=-&page=2',
      page_title: 'Of -',
      transport_url,
    })
  })

  test('pageViews: history reports each new page once, with the page before', () => {
    const { page, service } = running({ pageViews: 'history' })
    page.grant(service, { consentTypes: ['analytics_storage', 'ad_storage'] })
    page.navigate('/a')
    page.navigate('/a')
    const views = () => page.commands().filter(([name]) => name === 'event')
    // The router has yet to give it its title.
    expect(views()).toEqual([])
    page.pass(0)
    expect(views()).toEqual([
      [
        'event',
        'page_view',
        { page_location: 'https://shop.example.test/a', page_referrer: 'https://shop.example.test/' },
      ],
    ])
  })

  test('pageViews: history tells two pages of one task apart', () => {
    const { page } = running({ pageViews: 'history' })
    page.navigate('/b?token=x')
    page.navigate('/c')
    page.pass(0)
    const views = page.commands().filter(([name]) => name === 'event')
    expect(views.map(([, , fields]) => fields)).toEqual([
      {
        page_location: 'https://shop.example.test/b?token=-',
        page_referrer: 'https://shop.example.test/',
      },
      {
        page_location: 'https://shop.example.test/c',
        page_referrer: 'https://shop.example.test/b?token=-',
      },
    ])
  })

  test('P3 pageViews: history leaves the page that a router moves to before the tag is here to its config', () => {
    const page = fakePage()
    page.grant(analytics({ pageViews: 'history' }))
    page.navigate('/home')
    page.pass(0)
    page.arrive()
    expect(page.commands().filter(([name]) => name === 'event')).toEqual([])
  })

  test.each(['auto', 'manual'] as const)('pageViews: %s reports no page by itself', (pageViews) => {
    const { page } = running({ pageViews })
    page.navigate('/a')
    page.pass(0)
    expect(page.commands().filter(([name]) => name === 'event')).toEqual([])
  })
})

describe('state and failure', () => {
  test('running once the tag has defined itself', () => {
    const { page } = running()
    expect(page.statuses).toEqual([['loading'], ['running', '']])
    page.pass(20_000)
    expect(page.statuses).toHaveLength(2)
  })

  test.each<[string, (page: ReturnType<typeof fakePage>) => void]>([
    ['load-error', (page) => page.scripts.at(-1)?.onerror?.()],
    ['no-tag', (page) => page.scripts.at(-1)?.onload?.()],
    ['timeout', (page) => page.pass(10_000)],
  ])('blocked with the reason %s', (reason, fail) => {
    const page = fakePage()
    page.grant(analytics())
    fail(page)
    expect(page.statuses.at(-1)).toEqual(['blocked', reason])
  })

  test('the ten seconds of a yes that was taken back do not count for the next', () => {
    const page = fakePage()
    const service = analytics()
    page.grant(service)
    page.pass(6_000)
    page.deny(service)
    page.grant(service)
    page.pass(9_999)
    expect(page.statuses.at(-1)).toEqual(['loading'])
    page.pass(1)
    expect(page.statuses.at(-1)).toEqual(['blocked', 'timeout'])
  })

  test('a second attempt that is on its way is waited for, whatever else is granted meanwhile', () => {
    const page = fakePage()
    const service = analytics()
    page.grant(service)
    page.scripts[0]?.onerror?.()
    page.grant(service)
    page.grant(service, { consentTypes: ['analytics_storage', 'ad_storage'] })
    expect(page.statuses.at(-1)).toEqual(['loading'])
    page.arrive()
    expect(page.statuses.at(-1)).toEqual(['running', ''])
    expect(page.scripts).toHaveLength(2)
  })

  test('P2 a tag that came under another ID is guarded by a no all the same', async () => {
    const page = fakePage()
    const service = analytics()
    page.grant(service)
    Object.assign(page.win, { google_tag_manager: { 'G-OTHER': {} } })
    page.scripts.at(-1)?.onload?.()
    page.deny(service)
    await page.win.fetch(HIT)
    expect(page.sent).toEqual([])
  })

  test('the ten seconds count from the request, not from the yes that waits for an idle moment', () => {
    const idle: (() => void)[] = []
    const page = fakePage(undefined, { requestIdleCallback: (task: () => void) => idle.push(task) })
    page.grant(analytics({ when: 'idle' }))
    page.pass(10_000)
    expect(page.statuses).toEqual([['loading']])
    idle[0]?.()
    page.pass(9_999)
    expect(page.statuses).toEqual([['loading']])
    page.pass(1)
    expect(page.statuses.at(-1)).toEqual(['blocked', 'timeout'])
  })

  test.each<[string, (page: ReturnType<typeof fakePage>) => void]>([
    ['it arrived', (page) => page.arrive()],
    ['it failed', (page) => page.scripts.at(-1)?.onerror?.()],
  ])('P3 off and on before the idle moment asks for one script, also once %s', (_, then) => {
    const idle: (() => void)[] = []
    const page = fakePage(undefined, { requestIdleCallback: (task: () => void) => idle.push(task) })
    const service = analytics({ when: 'idle' })
    page.grant(service)
    page.deny(service)
    page.grant(service)
    idle[1]?.()
    then(page)
    idle[0]?.()
    expect(page.scripts).toHaveLength(1)
  })

  test('an address that Trusted Types refuse is blocked with the reason, and tried twice', () => {
    const insertScript = () => {
      throw new TypeError('Trusted Types')
    }
    const page = fakePage(undefined, {}, { insertScript })
    const service = analytics()
    for (let round = 0; round < 3; round++) page.grant(service)
    page.pass(10_000)
    expect(page.statuses).toEqual([
      ['loading'],
      ['blocked', 'refused'],
      ['loading'],
      ['blocked', 'refused'],
      ['blocked', 'gave-up'],
    ])
  })

  test('a new yes tries once more, and only once', () => {
    const page = fakePage()
    const service = analytics()
    for (let round = 0; round < 4; round++) {
      page.grant(service)
      page.scripts.at(-1)?.onerror?.()
      page.deny(service)
    }
    expect(page.scripts).toHaveLength(2)
    page.grant(service)
    expect(page.statuses.at(-1)).toEqual(['blocked', 'gave-up'])
  })

  test('a tag that arrives after the time-out runs', () => {
    const page = fakePage()
    page.grant(analytics())
    page.pass(10_000)
    page.arrive()
    expect(page.statuses.at(-1)).toEqual(['running', ''])
  })
})

test.each<[string, boolean, Partial<GoogleAnalyticsOptions>]>([
  ['transportUrl', true, { transportUrl: 'https://sst.example.test' }],
  ['config.transport_url', true, { config: { transport_url: 'https://sst.example.test' } }],
  ['config.server_container_url', true, { config: { server_container_url: 'https://sst.example.test' } }],
  ['no server of the site', false, {}],
])('P2 the cookie that no script can delete is declared with %s: %s', (_, declared, options) => {
  const { cookies } = analytics(options)
  expect(cookies?.some(({ name, httpOnly }) => name === 'FPID' && httpOnly === true)).toBe(declared)
})

describe('P15 destroy', () => {
  test('before any yes it leaves no flag', () => {
    const page = fakePage()
    const service = analytics()
    page.deny(service)
    service.destroy?.()
    expect(`ga-disable-${ID}` in page.win).toBe(false)
  })

  test.each([
    ['under a stored yes', ['grant']],
    ['after an answer of yes', ['deny', 'grant']],
    ['off and on again', ['grant', 'deny', 'grant']],
    ['and destroy()', ['deny', 'destroy']],
    ['destroy() and a new start', ['deny', 'destroy', 'deny', 'grant']],
  ])('the opt-out that a site raised itself stays, %s; ours does not', (_, steps) => {
    const page = fakePage(undefined, { [`ga-disable-${ID}`]: true })
    let service = analytics({ measurementId: [ID, 'G-TEST2'] })
    for (const step of steps) {
      if (step === 'destroy') {
        service.destroy?.()
        service = analytics({ measurementId: [ID, 'G-TEST2'] })
      } else if (step === 'deny') page.deny(service)
      else page.grant(service)
    }
    expect(page.win[`ga-disable-${ID}`]).toBe(true)
    expect('ga-disable-G-TEST2' in page.win).toBe(false)
  })

  test('where the site loads the tag itself the flag of a no stays', () => {
    const page = fakePage(undefined, { google_tag_manager: { [ID]: {} } })
    const service = analytics()
    page.deny(service)
    service.destroy?.()
    expect(page.win[`ga-disable-${ID}`]).toBe(true)
  })

  test('a start with one more ID configures that one alone', () => {
    const { page, service } = running()
    service.destroy?.()
    page.grant(analytics({ measurementId: [ID, 'G-TEST2'] }))
    expect(names(page.commands()).filter(([name]) => name === 'config')).toEqual([
      ['config', ID],
      ['config', 'G-TEST2'],
    ])
  })

  test('while withdrawn, flag and guard stay; the next start lifts them and loads nothing again', async () => {
    const { page, service } = running()
    const { fetch } = page.win
    page.deny(service)
    service.destroy?.()
    expect((await page.win.fetch(HIT)).status).toBe(204)
    expect(page.win[`ga-disable-${ID}`]).toBe(true)
    const next = analytics()
    page.deny(next)
    page.grant(next)
    page.pass(6_000)
    expect(page.win.fetch).toBe(fetch)
    expect(page.scripts).toHaveLength(1)
    expect(page.commands().filter(([name, kind]) => name === 'config' || kind === 'default')).toHaveLength(2)
    expect(page.issues).toEqual([])
  })

  test('a start that follows a granted one continues it, without a page_view', () => {
    const { page, service } = running()
    service.destroy?.()
    const before = page.commands().length
    page.grant(analytics())
    expect(
      page
        .commands()
        .slice(before)
        .filter(([name]) => name !== 'consent'),
    ).toEqual([])
    expect(page.statuses.at(-1)).toEqual(['running', ''])
  })
})

describe('P18 bad input', () => {
  test.each([undefined, '', 'GTM-ABC', 'AW-123', 'UA-1-1', 'g-abc', [], [ID, 'GTM-ABC'], 7, {}])(
    'an unusable measurement ID (%j) is a mistake and throws nothing',
    (measurementId) => {
      const options = { measurementId } as unknown as GoogleAnalyticsOptions
      expect(googleAnalytics(options).mistake).toEqual([
        'CG310',
        'googleAnalytics.measurementId',
        measurementId ?? [],
      ])
    },
  )

  test('a scriptUrl with a query of its own keeps it', () => {
    const page = fakePage()
    page.grant(analytics({ scriptUrl: 'https://sst.example.test/tag.js?v=3' }))
    expect(page.scripts.map(({ src }) => src)).toEqual(['https://sst.example.test/tag.js?v=3&id=G-TEST1'])
  })

  test.each([null, ''])('the scriptUrl %j is Google’s', (scriptUrl) => {
    const page = fakePage()
    page.grant(analytics({ scriptUrl } as unknown as GoogleAnalyticsOptions))
    expect(page.scripts.map(({ src }) => src)).toEqual([
      'https://www.googletagmanager.com/gtag/js?id=G-TEST1',
    ])
  })

  test.each([undefined, null, { measurementId: ID, config: null, scrub: null }])(
    'options %j never throw',
    (options) => {
      const page = fakePage()
      const service = googleAnalytics(options as unknown as GoogleAnalyticsOptions)
      page.deny(service)
      page.grant(service)
      expect(service.id).toBe('google-analytics')
    },
  )

  test('a page that loads the tag itself is told, by its script or by the tag that runs without one', () => {
    const script = { src: 'https://www.googletagmanager.com/gtag/js?id=G-OTHER' }
    const page = fakePage()
    page.win.document.querySelector = () => script as never
    page.deny(analytics())
    expect(page.issues).toEqual([['CG311', 'googleAnalytics', script]])

    const tags = { 'G-OTHER': {} }
    const other = fakePage(undefined, { google_tag_manager: tags })
    other.grant(analytics())
    expect(other.issues).toEqual([['CG311', 'googleAnalytics', tags]])
  })
})
