import { adoptStyles, Button, followTexts, h, render } from '../kit/index.js'
import type { Language } from '../language/languages.js'
import type { RestTools } from '../types/bannerChunks.js'
import type { FurtherCopy } from '../types/copy.js'
import type { Stage } from '../types/stage.js'
import { asksNow } from '../ui/asksNow.js'
import { Aside } from './Aside.js'
import { asideStyles } from './asideStyles.js'

/** Draws, while a notice is up, what is not a question, in a card of its own inside `root`. */
export async function startAside(stage: Stage, { root, told }: RestTools): Promise<() => void> {
  const { win, consent, chunks, options, alive } = stage
  const card = win.document.createElement('section')
  let texts: FurtherCopy
  let language: Language
  card.className = 'card'
  const draw = () => {
    const snapshot = consent.get()
    const report = told()
    const shows = snapshot.ui === 'notice' && (report || !asksNow(snapshot))
    render(
      shows &&
        h(Aside, { Button: options.components?.Button ?? Button, consent, texts, language, told: report }),
      card,
    )
    if (shows) root.append(card)
    // The `remove()` of Prototype.js throws where nothing is to be removed.
    else card.parentNode?.removeChild(card)
  }
  const stops = [
    await followTexts(stage, chunks.furtherCopy, (next, wanted) => {
      texts = next
      language = wanted
      draw()
    }),
    adoptStyles(win, asideStyles),
    consent.watch(draw),
    consent.onWithdrawn(draw),
  ]
  const stop = () => {
    for (const stopOne of stops) stopOne()
    render(null, card)
  }
  if (!alive()) stop()
  return stop
}
