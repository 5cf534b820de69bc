import type { Host } from '../types/host.js'
import { adoptPlaceholderStyles } from './adoptPlaceholderStyles.js'
import type { Gate } from './gate.js'
import { type Placeholder, placeholder } from './placeholder.js'

/** `iframe[data-src]`: empty and hidden behind a placeholder that asks, until granted; emptied on withdrawal. */
export function frameGate(host: Host): Gate & { stop(): void } {
  const { document: doc } = host.env.win
  const placeholders = new Map<Element, Placeholder>()
  const stopSaying = host.consent.onLanguage(() => {
    for (const { say } of placeholders.values()) say()
  })
  let dropStyles: (() => void) | undefined
  const reveal = (element: Element) => {
    placeholders.get(element)?.box.remove()
    placeholders.delete(element)
    ;(element as HTMLIFrameElement).hidden = false
  }
  return {
    open(element) {
      const frame = element as HTMLIFrameElement
      // Who pressed the button goes on where it stood (WCAG 2.4.3).
      const pressed = placeholders.get(frame)?.box.contains(doc.activeElement)
      reveal(frame)
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
      // Open in a copy of the page, or for an instance before this one.
      if (frame.hasAttribute('src')) this.close(frame)
      const shown = placeholders.get(frame) ?? placeholder(host, frame)
      placeholders.set(frame, shown)
      if (shown.box.nextSibling === frame) return
      shown.say()
      frame.before(shown.box)
    },
    release(element) {
      reveal(element)
      // Put back with an address it would load at once, whatever was answered since.
      element.removeAttribute('src')
    },
    stop() {
      stopSaying()
      dropStyles?.()
    },
  }
}
