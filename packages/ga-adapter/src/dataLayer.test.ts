import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analytics, ID, names, running } from './testing/analyticsPage.js'
import { fakePage } from './testing/fakePage.js'
import type { GoogleAnalyticsOptions } from './types.js'

describe('the dataLayer of a page', () => {
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

describe('what a page queued before a yes', () => {
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
})
