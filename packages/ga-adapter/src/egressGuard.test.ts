import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { egressGuard } from './egressGuard.js'
import { fakePage } from './testing/fakePage.js'
import type { TagWindow } from './types.js'

const HIT = 'https://www.google-analytics.com/g/collect?v=2'
const COOKIES = 'a=1; _ga=GA1.1.33.1700000000; shop_ga=GA1.1-2.55.1600000000; _ga_TEST1=GS2.1.s1'
/** A guard whose moments are all the same. The cookies may be others once it was armed. */
const guardOf = (win: TagWindow, cookies = COOKIES, before = cookies) => {
  let read = () => before
  const { arm, lift } = egressGuard({ win, now: () => 1_700_000_000_500, readCookies: () => read() })
  return {
    arm,
    lift() {
      read = () => cookies
      lift()
    },
  }
}

describe('P15 the guard', () => {
  test('hands on arguments, this, result and errors', async () => {
    const { win } = fakePage()
    const calls: unknown[] = []
    const failure = new Error('offline')
    win.fetch = function (this: unknown, ...args: unknown[]) {
      calls.push([this, ...args])
      throw failure
    }
    const init = { method: 'POST' }
    const guard = guardOf(win)
    guard.arm()
    const self = {}
    expect(() => win.fetch.call(self as never, '/here', init)).toThrow(failure)
    expect(calls).toEqual([[self, '/here', init]])
    expect((await win.fetch(HIT)).status).toBe(204)
    guard.lift()
    expect(() => win.fetch(HIT)).toThrow(failure)
  })

  test('a page whose methods cannot be replaced goes on', () => {
    const { win } = fakePage()
    Object.defineProperty(win, 'fetch', { writable: false, configurable: false })
    const { fetch } = win
    const guard = guardOf(win)
    guard.arm()
    guard.lift()
    expect(win.fetch).toBe(fetch)
  })

  test.each<[string, (win: TagWindow) => unknown]>([
    [
      'the browser has none',
      ({ navigator }) => Reflect.deleteProperty(Object.getPrototypeOf(navigator), 'sendBeacon'),
    ],
    ['the page took it away', ({ navigator }) => Reflect.set(navigator, 'sendBeacon', undefined)],
    ['the page put null in its place', ({ navigator }) => Reflect.set(navigator, 'sendBeacon', null)],
  ])('P2 guards fetch where there is no sendBeacon, and brings none: %s', async (_, take) => {
    const { win, sent, pass } = fakePage()
    take(win)
    const { fetch } = win
    const { sendBeacon } = win.navigator
    const guard = guardOf(win)
    for (const round of [1, 2]) {
      guard.arm()
      await win.fetch(`${HIT}&round=${round}`)
      guard.lift()
      pass(6_000 * round)
      expect([win.fetch, win.navigator.sendBeacon]).toEqual([fetch, sendBeacon])
    }
    expect(sent).toEqual([])
  })

  test('under any order of toggles and foreign wrappers it answers while armed, and stacks no layers', async () => {
    const step = fc.constantFrom('arm', 'lift', 'wrap', 'unwrap')
    await fc.assert(
      fc.asyncProperty(fc.array(step), async (steps) => {
        const { win, sent, pass } = fakePage()
        const native = win.fetch
        let outermost = native
        const guard = guardOf(win)
        let armed = false
        for (const name of [...steps, 'lift', 'arm']) {
          if (name === 'arm') guard.arm()
          if (name === 'lift') guard.lift()
          if (/arm|lift/.test(name)) armed = name === 'arm'
          if (name === 'wrap') {
            const inner = win.fetch
            win.fetch = (...args) => inner(...args)
            outermost = win.fetch
          }
          // While armed this would take the guard off as well, until the next withdrawal.
          if (name === 'unwrap' && !armed) {
            win.fetch = native
            outermost = native
          }
          const before = sent.length
          await win.fetch(HIT)
          expect(sent.length - before).toBe(armed ? 0 : 1)
        }
        guard.lift()
        pass(6_000)
        expect(win.fetch).toBe(outermost)
        expect(Object.hasOwn(win.navigator, 'sendBeacon')).toBe(false)
      }),
    )
  })

  test('P2 guards again after a wrapper from before it was taken off while it was armed', async () => {
    const { win, sent } = fakePage()
    const native = win.fetch
    win.fetch = (...args) => native(...args)
    const guard = guardOf(win)
    guard.arm()
    win.fetch = native
    guard.lift()
    guard.arm()
    await win.fetch(HIT)
    expect(sent).toEqual([])
  })

  test.each<[string, string, boolean, string?, string?]>([
    ['of a client that was swept', 'cid=11.1700000000&en=e', false, COOKIES, '_ga=GA1.1.11.1700000000'],
    ['of a client that another tab had swept', 'cid=11.1699999999&en=e', false],
    ['of such a client, at the end of the address', 'en=e&cid=11.1699999999', false],
    ['of such a client, where no cookie is kept', 'cid=11.1699999999&en=e', false, 'a=1'],
    ['made while denied', 'gcs=G100&cid=33.1700000000&en=e', false],
    ['made while only ads were granted', 'gcs=G110&cid=33.1700000000&en=e', false],
    ['of the client in the cookie', 'gcs=G101&cid=33.1700000000&en=e', true],
    ['of an ID with a cookie_prefix of its own', 'gcs=G101&cid=55.1600000000&en=e', true],
    ['of a client made since, whose cookie another tab replaced', 'cid=11.1700000000&en=e', true],
    ['of a client made since, where no cookie is kept', 'cid=11.1700000000&en=e', true, 'a=1'],
    ['of a client ID of the site’s own making', 'gcs=G101&cid=member&en=e', true],
    ['that names no client', 'id=G-TEST1', true],
  ])(
    'P2 in the six seconds after it is lifted a hit %s (%s) passes: %s',
    async (_, query, passes, ...cookies) => {
      const { win, sent } = fakePage()
      const guard = guardOf(win, ...cookies)
      guard.arm()
      guard.lift()
      await win.fetch(`${HIT}&${query}`)
      await win.fetch(new Request(`${HIT}&${query}`))
      win.navigator.sendBeacon(`${HIT}&${query}`)
      expect(sent).toHaveLength(passes ? 3 : 0)
    },
  )

  test('P2 off and on again twice in one second: a hit of the first visitor is held as well', async () => {
    const { win, sent } = fakePage()
    let cookies = '_ga=GA1.1.11.1700000000'
    const guard = egressGuard({ win, now: () => 1_700_000_000_500, readCookies: () => cookies })
    for (const next of ['_ga=GA1.1.22.1700000000', '_ga=GA1.1.33.1700000000']) {
      guard.arm()
      cookies = next
      guard.lift()
    }
    for (const client of [11, 22, 33]) await win.fetch(`${HIT}&cid=${client}.1700000000`)
    expect(sent).toEqual([`${HIT}&cid=33.1700000000`])
  })

  test('what stays of it under a wrapper of the page holds nothing once the six seconds are over', async () => {
    const { win, sent, pass } = fakePage()
    const guard = guardOf(win)
    guard.arm()
    const guarded = win.fetch
    const wrapper: typeof fetch = (...args) => guarded(...args)
    win.fetch = wrapper
    guard.lift()
    pass(6_000)
    expect(win.fetch).toBe(wrapper)
    await win.fetch(`${HIT}&gcs=G100`)
    expect(sent).toHaveLength(1)
  })

  test('P2 lifted twice, as by a second grant of the service, it stays through the next no', async () => {
    const { win, sent, pass } = fakePage()
    const guard = guardOf(win)
    guard.arm()
    guard.lift()
    guard.lift()
    guard.arm()
    pass(6_000)
    await win.fetch(HIT)
    expect(sent).toEqual([])
  })

  test('after each lifting it stays until the tag’s queue is gone, and no longer', () => {
    const { win, pass } = fakePage()
    const native = win.fetch
    const guard = guardOf(win)
    guard.arm()
    guard.lift()
    pass(5_000)
    guard.arm()
    guard.lift()
    pass(5_000)
    expect(win.fetch).not.toBe(native)
    pass(1_000)
    expect(win.fetch).toBe(native)
  })
})
