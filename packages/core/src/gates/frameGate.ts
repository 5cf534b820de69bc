import type { Host } from '../types/host.js'
import { addressGiver } from './addressGiver.js'
import { adoptPlaceholderStyles } from './adoptPlaceholderStyles.js'
import { emptyInPlace } from './emptyInPlace.js'
import type { Gate } from './gate.js'
import { namedBy } from './namedBy.js'
import { type Placeholder, placeholder } from './placeholder.js'

/** How a held frame is hidden: any value hides, this one says that the page did not, on a copy too. */
const HELD = 'held'

/** `iframe[data-src]`: empty and hidden behind a placeholder that asks, until granted; emptied on withdrawal. */
export function frameGate(host: Host): Gate & { stop(): void } {
  const { document: doc } = host.env.win
  const placeholders = new Map<Element, Placeholder>()
  const ours = new WeakSet<Element>()
  host.consent.onLanguage(() => {
    for (const { say } of placeholders.values()) say()
  })
  const give = addressGiver((frame, name, address) => frame.setAttribute(name, address))
  let dropStyles: (() => void) | undefined
  const reveal = (element: Element) => {
    placeholders.get(element)?.box.remove()
    placeholders.delete(element)
    const before = element.previousElementSibling
    // That of a copy of the page, whose button nobody hears. One of ours is of a held frame behind, and goes back to it.
    if (before?.hasAttribute('data-consent-gate-placeholder') && !ours.has(before)) before.remove()
    // Hidden by the page itself it stays hidden.
    if (element.getAttribute('hidden') === HELD) element.removeAttribute('hidden')
  }
  return {
    open(element) {
      const frame = element as HTMLIFrameElement
      // Who pressed the button goes on where it stood (WCAG 2.4.3).
      const pressed = placeholders.get(frame)?.box.contains(doc.activeElement)
      reveal(frame)
      give(frame, 'src', frame.dataset.src ?? '')
      if (pressed) frame.focus({ preventScroll: true })
      return undefined
    },
    close(element) {
      element.removeAttribute('src')
      emptyInPlace(element)
    },
    hold(element) {
      const frame = element as HTMLIFrameElement
      const { service } = namedBy(frame)
      // Open in a copy of the page, or for an instance before this one.
      if (frame.hasAttribute('src')) this.close(frame)
      // The page shows it later, or never: then there is nothing to say.
      if (frame.hidden && frame.getAttribute('hidden') !== HELD) return reveal(frame)
      dropStyles ??= adoptPlaceholderStyles(host.env.win)
      if (placeholders.get(frame)?.box.dataset.consentGatePlaceholder !== service) reveal(frame)
      const shown = placeholders.get(frame) ?? placeholder(host, frame)
      placeholders.set(frame, shown)
      ours.add(shown.box)
      shown.say()
      if (frame.hidden && shown.box.nextSibling === frame) return
      frame.setAttribute('hidden', HELD)
      const focused = doc.activeElement as HTMLElement | null
      frame.before(shown.box)
      if (shown.box.contains(focused)) focused?.focus({ preventScroll: true })
    },
    release(element) {
      reveal(element)
      // Put back with an address it would load at once, whatever was answered since.
      element.removeAttribute('src')
    },
    stop: () => dropStyles?.(),
  }
}
