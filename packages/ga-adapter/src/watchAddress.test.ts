import type { Service } from '@consent-gate/core'
import { describe, expect, test } from 'vitest'
import { analytics, names, running } from './testing/analyticsPage.js'
import { fakePage } from './testing/fakePage.js'

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
