import type { Host } from '../types/host.js'
import { adoptPlaceholderStyles } from './adoptPlaceholderStyles.js'
import type { Gate } from './gate.js'
import { placeholder } from './placeholder.js'

/** `iframe[data-src]`: empty and hidden behind a placeholder that asks, until granted; emptied on withdrawal. */
export function frameGate(host: Host): Gate & { stop(): void } {
  const { document: doc } = host.env.win
  const placeholders = new Map<Element, Element>()
  let dropStyles: (() => void) | undefined
  const release = (element: Element) => {
    placeholders.get(element)?.remove()
    placeholders.delete(element)
    ;(element as HTMLIFrameElement).hidden = false
  }
  return {
    open(element) {
      const frame = element as HTMLIFrameElement
      // Who pressed the button goes on where it stood (WCAG 2.4.3).
      const pressed = placeholders.get(frame)?.contains(doc.activeElement)
      release(frame)
      frame.src = frame.dataset.src ?? ''
      if (pressed) frame.focus({ preventScroll: true })
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
      dropStyles ??= adoptPlaceholderStyles(host.env.win)
      frame.hidden = true
      const shown = placeholders.get(frame) ?? placeholder(host, frame)
      placeholders.set(frame, shown)
      if (shown.nextSibling !== frame) frame.before(shown)
    },
    release,
    stop: () => dropStyles?.(),
  }
}
