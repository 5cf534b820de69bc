import { FakeClock } from './fakeClock.js'
import { FakeJar } from './fakeJar.js'
import { fakeStorage, type StorageFault } from './fakeStorage.js'
import { FakeTab, type TabOptions } from './fakeTab.js'

export const START = Date.parse('2026-06-01T00:00:00Z')

/** One visitor's browser: cookies, storage, clock and tabs. */
export class FakeBrowser {
  readonly clock = new FakeClock(START)
  readonly jar = new FakeJar(() => this.clock.now())
  readonly tabs: FakeTab[] = []
  /** What reached the window's error handler: must stay empty. */
  readonly errors: unknown[] = []
  /** Messages between tabs so far. */
  messages = 0
  local: StorageFault = 'fine'
  readonly #stores = new Map<string, Storage>()

  open(url = 'https://shop.example.com/', options: TabOptions = {}): FakeTab {
    const tab = new FakeTab(this, url, options)
    this.tabs.push(tab)
    return tab
  }

  /** One Storage per origin and kind (per tab for sessionStorage). */
  storage(key: string): Storage {
    const store = this.#stores.get(key) ?? fakeStorage(() => this.local)
    this.#stores.set(key, store)
    return store
  }

  /** Runs what is due now. */
  settle(): Promise<void> {
    return this.clock.advance(0)
  }

  advance(time: number): Promise<void> {
    return this.clock.advance(time)
  }

  readonly failed = (error: unknown): void => {
    this.errors.push(error)
  }
}
