import { adoptStyles } from '../kit/adoptStyles.js'
import type { Stage } from '../types/stage.js'
import { freeCorner } from './freeCorner.js'
import { reopenStyles } from './reopenStyles.js'

const LABEL = { ko: '쿠키 설정', en: 'Cookie settings', ar: 'إعدادات ملفات تعريف الارتباط' }

/** A small button that leads back to the choice, on pages that have no way of their own. */
export function startReopen({ win, consent, options, language }: Stage): () => void {
  const { document: doc } = win
  const dropStyles = adoptStyles(win, reopenStyles)
  const button = doc.createElement('button')
  button.type = 'button'
  button.dataset.role = 'reopen'
  button.dataset.theme = options.theme ?? 'auto'
  button.addEventListener('click', () => consent.showPreferences())
  let timer = 0

  const draw = () => {
    timer = 0
    const ours = doc.querySelector('[data-consent-gate="preferences"]')
    const { ui } = consent.get()
    // Behind the dialog it stays, for the focus to come back to.
    if (ui === 'preferences' && button.isConnected) return
    if (ours || ui !== 'none') return button.remove()
    const label = options.texts?.reopen ?? LABEL[language()]
    if (button.textContent !== label) button.textContent = label
    button.lang = language()
    if (!button.isConnected) doc.documentElement.append(button)
    button.dataset.corner = freeCorner(win, button)
  }
  const later = () => {
    timer ||= win.setTimeout(draw, 500)
  }
  const observer = new win.MutationObserver(later)
  observer.observe(doc, { childList: true, subtree: true })
  win.addEventListener('resize', later)
  const stops = [consent.watch(draw), consent.onLanguage(draw)]
  draw()
  return () => {
    for (const stop of stops) stop()
    observer.disconnect()
    win.removeEventListener('resize', later)
    win.clearTimeout(timer)
    button.remove()
    dropStyles()
  }
}
