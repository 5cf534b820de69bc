/** The steps of a withdrawal that a test may switch off, in a page, before anything runs in it. */
export type Step = 'guard' | 'flag' | 'update'

const scripts: Record<Step, string> = {
  // Accessors that keep what they have: assigning a guard changes nothing, as on a page that froze its fetch.
  guard: `for (const [owner, name] of [[window, 'fetch'], [navigator, 'sendBeacon']]) {
    const native = owner[name]
    Object.defineProperty(owner, name, { get: () => native, set() {}, configurable: false })
  }`,
  flag: `for (const id of ['G-TEST1', 'G-TEST2']) {
    Object.defineProperty(window, 'ga-disable-' + id, { get: () => undefined, set() {}, configurable: false })
  }`,
  update: `{
    let inner = Array.prototype.push
    const isDenial = (entry) => entry[0] === 'consent' && entry[1] === 'update' && entry[2].analytics_storage === 'denied'
    window.dataLayer = []
    Object.defineProperty(window.dataLayer, 'push', {
      get() {
        const push = inner
        return (...entries) => push.apply(window.dataLayer, entries.filter((entry) => !isDenial(entry)))
      },
      set(push) { inner = push },
    })
  }`,
}

/** An init script under which these steps of a withdrawal do nothing. */
export const switchedOff = (steps: readonly Step[]): string => steps.map((step) => scripts[step]).join('\n')
