import { composeConsent } from '../../src/consent.js'
import type { CoreParts } from '../../src/coreParts.js'
import { browserEnv } from '../../src/env/browserEnv.js'
import * as advicePart from '../../src/lazy/advicePart.js'
import * as carePart from '../../src/lazy/carePart.js'
import * as debugPart from '../../src/lazy/debugPart.js'
import * as gatesPart from '../../src/lazy/gatesPart.js'
import * as receiptsPart from '../../src/lazy/receiptsPart.js'
import * as sessionPart from '../../src/lazy/sessionPart.js'
import type { ConsentConfig } from '../../src/types/config.js'
import type { Consent } from '../../src/types/consent.js'
import type { ConsentEnv, CookieAttributes } from '../../src/types/env.js'
import type { FakeBrowser } from './fakeBrowser.js'
import { FakeTarget } from './fakeTarget.js'

export interface TabOptions {
  readonly gpc?: boolean
  readonly prerendering?: boolean
  /** Whether the browser has the Cookie Store's change event. Default false. */
  readonly cookieStore?: boolean
  /** Parts of core whose chunk cannot be loaded. */
  readonly blocked?: readonly (keyof CoreParts)[]
  /** Milliseconds that a part of core is on its way. Default: none. */
  readonly loadsIn?: number
  /** What the server says to a POST. Default 204. */
  readonly status?: FakeTab['status']
}

/** No two ids are the same, as in a browser. */
let random = 6

/** One page: a window with just what core uses, and the environment that core would build on it. */
export class FakeTab {
  readonly browser: FakeBrowser
  readonly url: string
  readonly win: FakeTarget
  readonly doc: FakeTarget
  readonly cookieStore: FakeTarget
  readonly env: ConsentEnv
  readonly requests: string[] = []
  /** The parts of core that were asked for. */
  readonly asked: (keyof CoreParts)[] = []
  /** With what each of them was made. */
  readonly sent: RequestInit[] = []
  readonly channels = new Set<FakeChannel>()
  readonly observers = new Set<object>()
  readonly navigator: { globalPrivacyControl: boolean; language: string }
  consent: Consent | undefined
  /** In the back/forward cache: nothing runs. */
  frozen = false
  /** What the server says to a request, or to each. */
  status: number | ((sent: RequestInit) => number)
  /** What its answers wait for. */
  slow: Promise<unknown> | undefined
  #visibility = 'visible'
  readonly #parts: CoreParts
  readonly #page: { prerendering: boolean }

  constructor(browser: FakeBrowser, url: string, options: TabOptions) {
    const { gpc = false, prerendering = false, blocked = [], loadsIn, status = 204 } = options
    this.browser = browser
    this.url = url
    this.status = status
    this.win = new FakeTarget(browser.failed)
    this.doc = new FakeTarget(browser.failed)
    this.cookieStore = new FakeTarget(browser.failed)
    this.navigator = { globalPrivacyControl: gpc, language: 'en' }
    const load = <T>(name: keyof CoreParts, part: T) => {
      return async () => {
        this.asked.push(name)
        if (loadsIn) await new Promise<void>((arrive) => browser.clock.setTimer(arrive, loadsIn))
        if (blocked.includes(name)) throw new Error(`${name} is blocked`)
        return part
      }
    }
    this.#parts = {
      advice: load('advice', advicePart),
      care: load('care', carePart),
      debug: load('debug', debugPart),
      gates: load('gates', gatesPart),
      receipts: load('receipts', receiptsPart),
      session: load('session', sessionPart),
    }
    this.#page = { prerendering }
    this.env = this.#environment(options.cookieStore === true)
  }

  get snapshot() {
    return this.running.get()
  }

  get running(): Consent {
    if (!this.consent) throw new Error('Nothing runs in this tab.')
    return this.consent
  }

  get origin(): string {
    return new URL(this.url).origin
  }

  /** What `document.cookie` reads. */
  get cookies(): string {
    return this.browser.jar.read(this.url)
  }

  get localStorage(): Storage {
    return this.browser.storage(this.origin)
  }

  get sessionStorage(): Storage {
    return this.browser.storage(`${this.origin} of tab ${this.browser.tabs.indexOf(this)}`)
  }

  start(config: ConsentConfig | null): Consent {
    this.consent = composeConsent(config, this.env, this.#parts)
    return this.consent
  }

  setCookie(line: string): void {
    this.browser.jar.write(this.url, line)
    for (const tab of this.browser.tabs) {
      tab.#later(() => tab.cookieStore.fire('change'))
    }
  }

  /** Into the background: another tab is in front, or the screen is locked. */
  hide(): void {
    this.#visibility = 'hidden'
    this.doc.fire('visibilitychange')
    this.win.fire('visibilitychange')
  }

  becomeVisible(): void {
    this.#visibility = 'visible'
    if (!this.frozen) this.doc.fire('visibilitychange')
  }

  activate(): void {
    this.#page.prerendering = false
    this.doc.fire('prerenderingchange')
  }

  /** Into the back/forward cache. */
  leave(): void {
    this.win.fire('pagehide', { persisted: true })
    this.frozen = true
  }

  comeBack(): void {
    this.frozen = false
    this.win.fire('pageshow', { persisted: true })
  }

  /** The tab is closed for good, or its page left for another. */
  close(): void {
    if (!this.frozen) this.win.fire('pagehide', { persisted: false })
    this.frozen = true
    this.channels.clear()
    this.browser.tabs.splice(this.browser.tabs.indexOf(this), 1)
  }

  /** Everything that is still connected to the page. */
  leftovers(): string[] {
    return [
      ...this.win.listeners(),
      ...this.doc.listeners(),
      ...this.cookieStore.listeners(),
      ...[...this.channels].map(() => 'channel'),
      ...[...this.observers].map(() => 'observer'),
    ]
  }

  #later(task: () => void, delay = 0): number {
    const guarded = () => {
      try {
        task()
      } catch (error) {
        this.browser.failed(error)
      }
    }
    return this.browser.clock.setTimer(guarded, delay, () => this.frozen)
  }

  #environment(cookieStore: boolean): ConsentEnv {
    const tab = this
    const { browser, doc, win } = this
    const { hostname, pathname, protocol, origin, href } = new URL(this.url)

    class Channel implements FakeChannel {
      onmessage: (() => void) | null = null
      constructor(readonly name: string) {
        // As Firefox does.
        if (browser.jar.fault === 'refused')
          throw new DOMException('The operation is insecure.', 'SecurityError')
        tab.channels.add(this)
      }
      postMessage() {
        for (const other of browser.tabs) {
          if (other.origin !== origin) continue
          for (const channel of other.channels) {
            if (channel === this || channel.name !== this.name) continue
            browser.messages += 1
            other.#later(() => other.channels.has(channel) && channel.onmessage?.())
          }
        }
      }
      close() {
        tab.channels.delete(this)
      }
    }

    class Observer {
      observe() {
        tab.observers.add(this)
      }
      disconnect() {
        tab.observers.delete(this)
      }
    }

    const document = Object.defineProperties(doc, {
      cookie: { get: () => tab.cookies, set: (line: string) => tab.setCookie(line) },
      prerendering: { get: () => tab.#page.prerendering },
      visibilityState: { get: () => tab.#visibility },
      querySelector: { value: () => null },
      readyState: { value: 'complete' },
      documentElement: { value: { lang: 'ko' } },
    })
    const local = () => {
      if (browser.local === 'refused') throw new DOMException('Access is denied.', 'SecurityError')
    }
    const window = Object.defineProperties(win, {
      document: { value: document },
      location: { value: { hostname, pathname, protocol, origin, href } },
      navigator: { value: this.navigator },
      localStorage: { get: () => local() ?? tab.localStorage },
      sessionStorage: { get: () => local() ?? tab.sessionStorage },
      setTimeout: { value: (task: () => void, delay?: number) => tab.#later(task, delay) },
      clearTimeout: { value: (id: number) => browser.clock.clearTimer(id) },
      BroadcastChannel: { value: Channel },
      MutationObserver: { value: Observer },
      crypto: { value: { getRandomValues: (numbers: Uint32Array) => numbers.map(() => ++random) } },
      fetch: {
        value: async (url: string, init: RequestInit = {}) => {
          tab.requests.push(`${init.method ?? 'GET'} ${url}`)
          tab.sent.push(init)
          if (tab.slow) await tab.slow
          const status = typeof tab.status === 'function' ? tab.status(init) : tab.status
          return { ok: status < 300, status }
        },
      },
      ...(cookieStore && { cookieStore: { value: tab.cookieStore } }),
    }) as unknown as ConsentEnv['win']

    // js-cookie writes to the global `document`; this writes the same line to the tab's.
    const write = (name: string, value: string, { expires, ...attributes }: CookieAttributes) => {
      const parts = [
        `${name}=${value}`,
        ...(expires === undefined
          ? []
          : [`expires=${new Date(browser.clock.now() + expires * 86_400_000).toUTCString()}`]),
        ...Object.entries(attributes).flatMap(([key, text]) =>
          text ? [text === true ? key : `${key}=${text}`] : [],
        ),
      ]
      tab.setCookie(parts.join('; '))
    }
    return {
      ...browserEnv(window, ''),
      now: () => browser.clock.now(),
      writeCookie: write,
      removeCookie: (name, attributes) => write(name, '', { ...attributes, expires: -1 }),
    }
  }
}

interface FakeChannel {
  readonly name: string
  onmessage: (() => void) | null
}
