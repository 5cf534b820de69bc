import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { egressGuard } from './egressGuard.js'
import { fakePage } from './testing/fakePage.js'

const HIT = 'https://www.google-analytics.com/g/collect?v=2'

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
    const guard = egressGuard(win)
    guard.arm(undefined)
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
    const guard = egressGuard(win)
    guard.arm(undefined)
    guard.lift()
    expect(win.fetch).toBe(fetch)
  })

  test('under any order of toggles and foreign wrappers it answers while armed, and stacks no layers', async () => {
    const step = fc.constantFrom('arm', 'lift', 'wrap', 'unwrap')
    await fc.assert(
      fc.asyncProperty(fc.array(step), async (steps) => {
        const { win, sent } = fakePage()
        const native = win.fetch
        let outermost = native
        const guard = egressGuard(win)
        let armed = false
        for (const name of [...steps, 'lift', 'arm']) {
          if (name === 'arm') guard.arm(undefined)
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
        expect(win.fetch).toBe(outermost)
        expect(Object.hasOwn(win.navigator, 'sendBeacon')).toBe(false)
      }),
    )
  })

  test('P2 guards again after a wrapper from before it was taken off while it was armed', async () => {
    const { win, sent } = fakePage()
    const native = win.fetch
    win.fetch = (...args) => native(...args)
    const guard = egressGuard(win)
    guard.arm(undefined)
    win.fetch = native
    guard.lift()
    guard.arm(undefined)
    await win.fetch(HIT)
    expect(sent).toEqual([])
  })

  test('P2 after it is lifted, what a withdrawn client left in the queue is still answered here', async () => {
    const { win, sent, pass } = fakePage()
    const native = win.fetch
    const guard = egressGuard(win)
    guard.arm('111.222')
    guard.lift()
    await win.fetch(`${HIT}&cid=111.222&en=scroll`)
    expect(sent).toHaveLength(0)
    await win.fetch(`${HIT}&cid=333.444&en=page_view`)
    expect(sent).toHaveLength(1)
    guard.arm(undefined)
    guard.lift()
    expect(win.fetch).not.toBe(native)
    pass(7_000)
    expect(win.fetch).toBe(native)
  })
})
