import type { Host } from '../types/host.js'
import { addressGiver } from './addressGiver.js'
import { adoptPlaceholderStyles } from './adoptPlaceholderStyles.js'
import { emptyInPlace } from './emptyInPlace.js'
import type { Gate } from './gate.js'
import { namedBy } from './namedBy.js'
import { type Placeholder, placeholder } from './placeholder.js'
import { standIns } from './standIns.js'

/** How a held frame is hidden: any value hides, this one says that the page did not, on a copy too. */
const HELD = 'held'

interface FrameGate extends Gate {
  /** Whether a placeholder came with a copy of the page: nobody hears its button. */
  isCopy(placeholder: Element): boolean
  stop(): void
}

/** `iframe[data-src]`: empty and hidden behind a placeholder that asks, until granted; emptied on withdrawal. */
export function frameGate(host: Host): FrameGate {
  const { win } = host.env
  const { document: doc } = win
  const standFor = standIns(win)
  const placeholders = new Map<Element, Placeholder>()
  host.consent.onLanguage(() => {
    for (const { say } of placeholders.values()) say()
  })
  const give = addressGiver((frame, name, address) => frame.setAttribute(name, address))
  let dropStyles: (() => void) | undefined
  const reveal = (element: Element) => {
    const box = placeholders.get(element)?.box
    // It may have gone with what it stood in, and the `remove()` of Prototype.js throws where nothing is to be removed.
    box?.parentNode?.removeChild(box)
    placeholders.delete(element)
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
      // Another SDK in the page asks already. Two would put theirs next to the frame by turns, for ever.
      const before = frame.previousElementSibling
      if (!placeholders.has(frame) && before && standFor.get(before) === frame) return
      dropStyles ??= adoptPlaceholderStyles(win)
      if (placeholders.get(frame)?.box.dataset.consentGatePlaceholder !== service) reveal(frame)
      const shown = placeholders.get(frame) ?? placeholder(host, frame)
      placeholders.set(frame, shown)
      standFor.set(shown.box, frame)
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
    isCopy: (placeholder) => !standFor.has(placeholder),
    stop: () => dropStyles?.(),
  }
}
