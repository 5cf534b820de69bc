import { adoptStyles } from '../kit/index.js'
import type { Stage } from '../types/stage.js'
import { noticeStyles } from './noticeStyles.js'

export interface Root {
  readonly element: HTMLElement
  /** Where the notice is drawn. */
  readonly card: HTMLElement
  /** Whether it was not on the page before. */
  show(): boolean
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
  element.dataset.theme = options.theme ?? 'auto'
  element.dataset.position = options.position ?? 'bottom'
  element.role = 'region'
  card.className = 'card'
  element.append(card)

  /**
   * What the keyboard reaches stays in view: by the sheet's scroll-padding; in a box that scrolls for itself, which
   * that does not reach, by scrolling; and where nothing scrolls further, by moving the notice over. A browser scrolls
   * after it tells of the focus.
   * https://www.w3.org/TR/WCAG22/#focus-not-obscured-minimum
   */
  const stepAside = (event: Event) =>
    win.requestAnimationFrame(() => {
      const target = event.target as Element
      const covered = () => {
        const { left, top, bottom } = target.getBoundingClientRect()
        return [top + 1, bottom - 1].every((y) => element.contains(doc.elementFromPoint(left + 1, y)))
      }
      const down = /top|center/.test(element.dataset.position as string)
      if (element.contains(target) || !covered()) return
      target.scrollIntoView(!down)
      if (!covered()) return
      element.dataset.position = down ? 'bottom' : 'top'
      target.scrollIntoView(down)
    })
  doc.addEventListener('focusin', stepAside)
  return {
    element,
    card,
    show() {
      if (element.isConnected) return false
      doc.documentElement.append(element)
      if (element.showPopover) {
        element.popover = 'manual'
        element.showPopover()
      }
      return true
    },
    destroy() {
      doc.removeEventListener('focusin', stepAside)
      element.parentNode?.removeChild(element)
      dropStyles()
    },
  }
}
