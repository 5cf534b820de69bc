import type { ComponentChild } from 'preact'
import { adoptStyles, followTexts, render } from '../kit/index.js'
import type { Language } from '../language/languages.js'
import { switchStyles } from '../pieces/switchStyles.js'
import type { FurtherCopy, Texts } from '../types/copy.js'
import type { Stage } from '../types/stage.js'
import { elementStyles } from './elementStyles.js'
import { type OwnOutcome, ownOutcome } from './ownOutcome.js'

/** What an element shows now; null where it is about nothing. */
export type InlineView = (
  texts: Texts<FurtherCopy>,
  language: Language,
  outcome: OwnOutcome,
) => ComponentChild

/** Draws into an element of the page, and keeps what it shows true and there. */
export async function drawInline(
  stage: Stage,
  element: HTMLElement,
  css: string,
  view: InlineView,
): Promise<() => void> {
  const { win, consent, chunks } = stage
  const { cookieStore } = win as Window & { cookieStore?: EventTarget }
  const outcome = ownOutcome(consent)
  let texts: Texts<FurtherCopy>
  let language: Language
  const draw = () => {
    element.lang = language
    element.dir = language === 'ar' ? 'rtl' : 'ltr'
    render(view(texts, language, outcome), element)
  }
  // A page that is morphed into what its server sent has an empty element there.
  const observer = new win.MutationObserver(() => {
    if (element.firstElementChild) return
    render(null, element)
    draw()
  })
  const stops = [
    await followTexts(stage, chunks.furtherCopy, (next, wanted) => {
      texts = next
      language = wanted
      draw()
    }),
    adoptStyles(win, switchStyles + elementStyles + css),
    consent.watch(draw),
    consent.onWithdrawn((report) => {
      outcome.take(report)
      draw()
    }),
  ]
  observer.observe(element, { childList: true })
  // Where the browser tells, the list of cookies is live.
  cookieStore?.addEventListener('change', draw)
  return () => {
    observer.disconnect()
    cookieStore?.removeEventListener('change', draw)
    for (const stop of stops) stop()
    render(null, element)
    element.removeAttribute('lang')
    element.removeAttribute('dir')
  }
}
