import type { SessionFailure } from '@consent-gate/core'
import { adoptStyles, Button, followTexts, h, render } from '../kit/index.js'
import type { RestTools } from '../types/bannerChunks.js'
import type { Stage } from '../types/stage.js'
import { Refusal } from './Refusal.js'
import { refusalStyles } from './refusalStyles.js'
import { refusalText } from './refusalText.js'

/** Tells why the log-in cookie was refused, in a card of its own inside the root, until the visitor closes it. */
export async function tellRefusal(
  stage: Stage,
  { root, hold }: RestTools,
  reason: SessionFailure,
): Promise<() => void> {
  const { win, chunks, options, alive } = stage
  const card = win.document.createElement('section')
  let stopTexts = () => {}
  let release: (() => void) | undefined
  const close = () => {
    stopTexts()
    render(null, card)
    // It may have been closed: the `remove()` of Prototype.js throws where nothing is to be removed.
    card.parentNode?.removeChild(card)
    release?.()
  }
  card.className = 'card'
  card.dataset.part = 'refusal'
  stopTexts = await followTexts(stage, chunks.furtherCopy, (texts, language) => {
    const text = refusalText(reason, texts)
    card.setAttribute('aria-label', texts.sessionTitle)
    render(
      text &&
        h(Refusal, { Button: options.components?.Button ?? Button, text, texts, language, onClose: close }),
      card,
    )
  })
  // Told once, however often the site tries, and not after the end.
  if (!alive() || !card.childElementCount || root.querySelector('[data-part=refusal]')) close()
  else {
    const dropStyles = adoptStyles(win, refusalStyles)
    const ask = hold()
    root.append(card)
    release = () => {
      dropStyles()
      ask()
    }
  }
  return close
}
