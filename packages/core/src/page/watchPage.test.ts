import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchPage } from './watchPage.js'

/** A window whose page changes when told. */
function fakePage() {
  const observers = new Set<() => void>()
  class MutationObserver {
    constructor(readonly changed: () => void) {}
    observe() {
      observers.add(this.changed)
    }
    disconnect() {
      observers.delete(this.changed)
    }
  }
  const win = { MutationObserver, document: {}, setTimeout, clearTimeout } as unknown as Window &
    typeof globalThis
  return {
    win,
    observers,
    change() {
      for (const changed of [...observers]) changed()
    },
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('looks at once, then soon after every change until it has seen enough', () => {
  const page = fakePage()
  let looks = 0
  watchPage(page.win, () => ++looks === 3)
  expect(looks).toBe(1)
  for (let change = 0; change < 5; change++) {
    page.change()
    vi.runAllTimers()
  }
  expect(looks).toBe(3)
  expect(page.observers.size).toBe(0)
})

test('P14 a thousand changes in a row are one look', () => {
  const page = fakePage()
  let looks = 0
  watchPage(page.win, () => void looks++)
  for (let change = 0; change < 1_000; change++) page.change()
  // Once a look is due, the changes before it are not even recorded.
  expect(page.observers.size).toBe(0)
  vi.runAllTimers()
  expect(looks).toBe(2)
  expect(page.observers.size).toBe(1)
})

test('P15 leaves no observer where the first look is enough, nor after the stop', () => {
  const page = fakePage()
  watchPage(page.win, () => true)
  expect(page.observers.size).toBe(0)
  let looks = 0
  const stop = watchPage(page.win, () => {
    looks += 1
  })
  page.change()
  stop()
  page.change()
  vi.runAllTimers()
  expect([looks, page.observers.size]).toEqual([1, 0])
})
