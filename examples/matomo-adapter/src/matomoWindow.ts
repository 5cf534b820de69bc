/** A command of Matomo's queue: `['trackEvent', 'cart', 'open']`. */
export type MatomoCommand = readonly unknown[]

/** A window as Matomo uses it. `_paq` is an array until matomo.js has loaded, and an object with `push` from then on. */
export type MatomoWindow = Window & {
  _paq?: MatomoCommand[] | { push(...commands: readonly MatomoCommand[]): void }
  Matomo?: unknown
}
