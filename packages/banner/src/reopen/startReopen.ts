import { adoptStyles } from '../kit/adoptStyles.js'
import type { Stage } from '../types/stage.js'
import { WAY_BACK } from '../wayBack.js'
import { freeCorner } from './freeCorner.js'
import { reopenStyles } from './reopenStyles.js'

const LABEL = { ko: '쿠키 설정', en: 'Cookie settings', ar: 'إعدادات ملفات تعريف الارتباط' }

/** What brings something else under the button. */
const MOVES = ['resize', 'scrollend', 'focusin']

/** A small button that leads back to the choice, on pages that have no way of their own. */
export function startReopen({ win, consent, options, language }: Stage): () => void {
  const { document: doc } = win
  const dropStyles = adoptStyles(win, reopenStyles)
  const button = doc.createElement('button')
  button.type = 'button'
  button.dataset.role = 'reopen'
  button.dataset.theme = options.theme ?? 'auto'
  // A property, which a copy of the button has not.
  button.onclick = () => consent.showPreferences()
  let timer = 0
  // The `remove()` of Prototype.js throws where nothing is to be removed.
  const leave = () => button.parentNode?.removeChild(button)

  const draw = () => {
    win.clearTimeout(timer)
    timer = 0
    observer.observe(doc, { childList: true, subtree: true })
    // Behind the dialog it stays, for the focus to come back to.
    if (consent.get().ui === 'preferences') return
    // A notice that should be up may not be there: an extension took it away, or a framework that drew the page anew.
    if (doc.querySelector(`${WAY_BACK},#consent-gate`)) return leave()
    for (const other of doc.querySelectorAll<HTMLElement>('[data-role=reopen]')) {
      if (other === button) continue
      // That of another SDK in the page, by tag and npm, leads there as well. One in a copy of the body does nothing.
      if (other.onclick) return leave()
      other.remove()
    }
    const label = options.texts?.reopen ?? LABEL[language()]
    if (button.textContent !== label) button.textContent = label
    button.lang = language()
    if (!button.isConnected) {
      delete button.dataset.corner
      doc.documentElement.append(button)
    }
    const corner = freeCorner(win, button)
    button.dataset.corner = corner
    // Behind the last of the page, which a body of the window's height may be shorter than. Moving takes the focus off.
    const moves = corner === 'end' && button.parentNode !== doc.body && doc.activeElement !== button
    if (moves) doc.body.append(button)
  }
  const later = () => {
    // Whatever else changes until then is seen then.
    observer.disconnect()
    timer ||= win.setTimeout(draw, 500)
  }
  const observer = new win.MutationObserver(later)
  for (const event of MOVES) win.addEventListener(event, later, true)
  // What closes is still there when it is told: another look once it has gone.
  const follow = () => (consent.get().ui === 'none' ? later() : draw())
  const stops = [consent.watch(follow), consent.onLanguage(draw)]
  draw()
  return () => {
    for (const stop of stops) stop()
    observer.disconnect()
    for (const event of MOVES) win.removeEventListener(event, later, true)
    win.clearTimeout(timer)
    leave()
    dropStyles()
  }
}
