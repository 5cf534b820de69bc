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
export function createRoot(stage: Stage): Root {
  const { win, consent, chunks, options } = stage
  const { document: doc } = win
  const element = doc.createElement('div')
  const card = doc.createElement('div')
  const dropStyles = adoptStyles(win, noticeStyles)
  element.id = 'consent-gate'
  element.dataset.position = options.position ?? 'bottom'
  element.dataset.theme = options.theme ?? 'auto'
  element.role = 'region'
  card.className = 'card'
  element.append(card)

  /** The sheet's scroll-padding keeps in view what the keyboard reaches, but where the page ends. */
  const makeWay = ({ target }: Event) => {
    chunks.stepAside().then(
      (part) => part.stepAside(win, element, target as Element),
      (error) => consent.report('CG601', 'focus', error),
    )
  }
  doc.addEventListener('focusin', makeWay)
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
      doc.removeEventListener('focusin', makeWay)
      element.remove()
      dropStyles()
    },
  }
}
