import { page } from './page.js'

const isArguments = (entry: unknown): entry is ArrayLike<unknown> =>
  Object.prototype.toString.call(entry) === '[object Arguments]'

/**
 * Replays what `dataLayer` holds, then runs what is pushed. Only Arguments objects count. The array found now is
 * the one that is listened to, whatever the page puts into `window.dataLayer` later.
 */
export function takeOver(run: (command: readonly unknown[]) => void): void {
  page.dataLayer ??= []
  const layer = page.dataLayer
  const handle = (entry: unknown) => {
    if (isArguments(entry)) run(Array.from(entry))
  }
  const push = layer.push
  layer.push = (...entries) => {
    const length = push.apply(layer, entries)
    entries.forEach(handle)
    return length
  }
  layer.slice().forEach(handle)
}
