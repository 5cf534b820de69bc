import type { Stage } from './types/stage.js'
import { WAY_BACK } from './wayBack.js'

/**
 * Looks whether the page has a way back to the choice, at most once a second and only after the page changed;
 * calls once when it has none.
 */
export function watchWayBack({ win, consent, options }: Stage, missing: () => void): () => void {
  const { document: doc } = win
  let timer = 0
  const look = () => {
    timer = 0
    if (doc.readyState !== 'complete') return later()
    if (doc.querySelector(WAY_BACK)) return
    unwatch()
    if (options.reopen === 'none') consent.report('CG603', 'ui.reopen', 'none')
    else missing()
  }
  const later = () => {
    timer ||= win.setTimeout(look, 1000)
  }
  const unwatch = consent.watchPage(later)
  return () => {
    unwatch()
    win.clearTimeout(timer)
  }
}
