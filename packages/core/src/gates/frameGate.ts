import type { Host } from '../types/host.js'
import type { Gate } from './gate.js'
import { placeholder } from './placeholder.js'

/** `iframe[data-src]`: empty and hidden behind a placeholder that asks, until granted; emptied on withdrawal. */
export function frameGate(host: Host): Gate {
  const placeholders = new WeakMap<Element, Element>()
  return {
    open(element) {
      const frame = element as HTMLIFrameElement
      placeholders.get(frame)?.remove()
      frame.hidden = false
      frame.src = frame.dataset.src ?? ''
      return undefined
    },
    close(element) {
      // A new address would add a history entry; taking the element out and in again empties it without one.
      const next = element.nextSibling
      const parent = element.parentNode
      element.removeAttribute('src')
      element.remove()
      parent?.insertBefore(element, next)
    },
    hold(element) {
      const frame = element as HTMLIFrameElement
      frame.hidden = true
      const shown = placeholder(host, frame)
      placeholders.set(frame, shown)
      frame.before(shown)
    },
  }
}
