import { adoptStyles } from '../kit/index.js'
import type { Stage } from '../types/stage.js'
import { noticeStyles } from './noticeStyles.js'

export interface Root {
  readonly element: HTMLElement
  /** Where the notice is drawn. */
  readonly card: HTMLElement
  show(): void
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
  const dropStyles = adoptStyles(win, noticeStyles)
  element.id = 'consent-gate'
  element.dataset.position = options.position ?? 'bottom'
  element.dataset.theme = options.theme ?? 'auto'
  element.setAttribute('role', 'region')
  card.className = 'card'
  element.append(card)

  /**
   * The sheet's scroll-padding keeps what the keyboard reaches in view; at the end of the page, where nothing
   * scrolls further, the notice moves over. https://www.w3.org/TR/WCAG22/#focus-not-obscured-minimum
   */
  const stepAside = ({ target }: Event) => {
    const { left, top } = (target as Element).getBoundingClientRect()
    const above = doc.elementFromPoint(left + 1, top + 1)
    if (element.contains(above) && !element.contains(target as Element)) element.toggleAttribute('data-aside')
  }
  doc.addEventListener('focusin', stepAside)
  return {
    element,
    card,
    show() {
      if (element.isConnected) return
      doc.documentElement.append(element)
      if (!element.showPopover) return
      element.popover = 'manual'
      element.showPopover()
    },
    destroy() {
      doc.removeEventListener('focusin', stepAside)
      element.remove()
      dropStyles()
    },
  }
}
