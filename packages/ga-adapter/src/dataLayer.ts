import type { Gtag } from './types.js'

/**
 * A gtag command in a dataLayer. The tag executes `arguments` objects and nothing else; arrays and plain objects
 * belong to the page and whatever else reads the layer.
 */
export const isCommand = (entry: unknown): entry is IArguments =>
  Object.prototype.toString.call(entry) === '[object Arguments]'

/** `gtag()` for a layer. It keeps the array: the tag listens to that one, whatever the window names later. */
export function gtagOf(layer: unknown[]): Gtag {
  return function () {
    // biome-ignore lint/complexity/noArguments: an array of the same values is ignored by the tag.
    layer.push(arguments)
  }
}

/**
 * Takes all commands out of a layer and has it written anew. The array stays the same one, and what is no
 * command stays in it, behind what is written.
 */
export function rewriteLayer(layer: unknown[], write: (waiting: readonly IArguments[]) => void): void {
  const entries = layer.splice(0)
  write(entries.filter(isCommand))
  // Not through the layer's own `push`: whoever listens there has seen these.
  Array.prototype.push.apply(
    layer,
    entries.filter((entry) => !isCommand(entry)),
  )
}
