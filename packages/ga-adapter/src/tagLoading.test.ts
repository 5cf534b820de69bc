import { describe, expect, test } from 'vitest'
import { analytics, HIT, ID, running } from './testing/analyticsPage.js'
import { fakePage } from './testing/fakePage.js'

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

  test('P2 a tag that is on its way when everything ends after a no finds the opt-out flag', () => {
    const page = fakePage()
    const service = analytics()
    page.grant(service)
    page.deny(service)
    service.destroy?.()
    expect(page.win[`ga-disable-${ID}`]).toBe(true)
    page.arrive()
    expect(page.win[`ga-disable-${ID}`]).toBe(true)
  })

  test('P15 a tag that comes after the end is told to nobody', () => {
    const page = fakePage()
    const service = analytics()
    page.grant(service)
    service.destroy?.()
    page.arrive()
    expect(page.statuses).toEqual([['loading']])
  })
})
