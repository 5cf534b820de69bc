import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guardEgress } from './guardEgress.js'
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
    const lift = guardEgress(win)
    const self = {}
    expect(() => win.fetch.call(self as never, '/here', init)).toThrow(failure)
    expect(calls).toEqual([[self, '/here', init]])
    expect((await win.fetch(HIT)).status).toBe(204)
    lift()
    expect(() => win.fetch(HIT)).toThrow(failure)
  })

  test('a page whose methods cannot be replaced goes on', () => {
    const { win } = fakePage()
    Object.defineProperty(win, 'fetch', { writable: false, configurable: false })
    const { fetch } = win
    guardEgress(win)()
    expect(win.fetch).toBe(fetch)
  })

  test('under any order of toggles and foreign wrappers it answers while armed, and stacks no layers', async () => {
    const step = fc.constantFrom('arm', 'lift', 'wrap')
    await fc.assert(
      fc.asyncProperty(fc.array(step), async (steps) => {
        const { win, sent } = fakePage()
        let outermost = win.fetch
        let lift: (() => undefined) | undefined
        for (const name of [...steps, 'lift', 'arm']) {
          if (name === 'arm') lift ??= guardEgress(win)
          if (name === 'lift') lift = lift?.()
          if (name === 'wrap') {
            const inner = win.fetch
            win.fetch = (...args) => inner(...args)
            outermost = win.fetch
          }
          const before = sent.length
          await win.fetch(HIT)
          expect(sent.length - before).toBe(lift ? 0 : 1)
        }
        lift?.()
        expect(win.fetch).toBe(outermost)
        expect(Object.hasOwn(win.navigator, 'sendBeacon')).toBe(false)
      }),
    )
  })
})
