import { expect, test } from 'vitest'
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
  const win = { MutationObserver, document: {} } as unknown as Window & typeof globalThis
  return {
    win,
    observers,
    change() {
      for (const changed of [...observers]) changed()
    },
  }
}

test('looks at once, then at every change until it has seen enough', () => {
  const page = fakePage()
  let looks = 0
  watchPage(page.win, () => ++looks === 3)
  expect(looks).toBe(1)
  page.change()
  page.change()
  page.change()
  expect(looks).toBe(3)
  expect(page.observers.size).toBe(0)
})

test('P15 leaves no observer where the first look is enough, nor after the stop', () => {
  const page = fakePage()
  watchPage(page.win, () => true)
  expect(page.observers.size).toBe(0)
  let looks = 0
  const stop = watchPage(page.win, () => {
    looks += 1
  })
  stop()
  page.change()
  expect([looks, page.observers.size]).toEqual([1, 0])
})
