import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analytics, HIT, ID, names, running } from './testing/analyticsPage.js'
import { fakePage } from './testing/fakePage.js'
import type { GoogleAnalyticsOptions } from './types.js'

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

  test('a page may still define dataLayer anew after us', () => {
    const { page } = running()
    const own: unknown[] = []
    expect(Reflect.defineProperty(page.win, 'dataLayer', { value: own })).toBe(true)
    expect(page.win.dataLayer).toBe(own)
  })

  test('P3 a start under another ID after a no reports the page once', () => {
    const { page, service } = running()
    page.deny(service)
    service.destroy?.()
    // Another tab said yes again before this start.
    page.grant(analytics({ measurementId: 'G-TEST2' }))
    page.arrive()
    const reports = page.commands().filter(([name]) => name === 'config' || name === 'event')
    expect(reports.map(([name, id]) => [name, id])).toEqual([['config', 'G-TEST2']])
    expect(page.statuses.at(-1)).toEqual(['running', ''])
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
