import { adoptStyles } from '../kit/index.js'
import type { Stage } from '../types/stage.js'
import { noticeStyles } from './noticeStyles.js'

export interface Root {
  readonly element: HTMLElement
  /** Where the notice is drawn. */
  readonly card: HTMLElement
  /** Shows the root, as a region with this name while a notice is in it. */
  show(name: string): void
  hide(): void
  destroy(): void
}

/**
 * `#consent-gate`: a child of `<html>` after the body, so that it survives body swaps, and in the top layer
 * where there is one.
 */
export function createRoot({ win, options }: Stage): Root {
  const { document: doc } = win
  const element = doc.createElement('div')
  const card = doc.createElement('div')
  const sheet = adoptStyles(win, noticeStyles)
  element.id = 'consent-gate'
  element.dataset.position = options.position ?? 'bottom'
  element.dataset.theme = options.theme ?? 'auto'
  card.className = 'card'
  element.append(card)

  /**
   * The sheet's scroll-padding keeps what the keyboard reaches in view; at the end of the page, where nothing
   * scrolls further, the notice moves over. https://www.w3.org/TR/WCAG22/#focus-not-obscured-minimum
   */
  const stepAside = ({ target }: Event) => {
    const focused = (target as Element).getBoundingClientRect()
    const mine = card.getBoundingClientRect()
    const covers =
      !element.contains(target as Element) &&
      mine.top <= focused.top &&
      mine.bottom >= focused.bottom &&
      mine.left < focused.right &&
      mine.right > focused.left
    if (covers) element.toggleAttribute('data-aside')
  }
  const hide = () => {
    doc.removeEventListener('focusin', stepAside)
    element.remove()
  }
  return {
    element,
    card,
    show(name) {
      for (const [attribute, value] of Object.entries({ role: 'region', 'aria-label': name })) {
        if (name) element.setAttribute(attribute, value)
        else element.removeAttribute(attribute)
      }
      if (element.isConnected) return
      doc.addEventListener('focusin', stepAside)
      doc.documentElement.append(element)
      if (!element.showPopover) return
      element.popover = 'manual'
      element.showPopover()
    },
    hide,
    destroy() {
      hide()
      sheet.remove()
    },
  }
}
