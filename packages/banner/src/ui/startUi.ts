import type { SweepReport } from '@consent-gate/core'
import { followTexts, h, render } from '../kit/index.js'
import type { Language } from '../language/languages.js'
import type { NoticeCopy } from '../types/copy.js'
import type { Stage } from '../types/stage.js'
import { asksNow } from './asksNow.js'
import { createRoot } from './createRoot.js'
import { Notice } from './Notice.js'

/** Draws what `snapshot.ui` says, and nothing else: the snapshot is the only truth. */
export async function startUi(stage: Stage): Promise<() => void> {
  const { consent, chunks } = stage
  const { element, card, show, hide, destroy } = createRoot(stage)
  const stops = [destroy]
  let texts: NoticeCopy
  let language: Language
  /** A notice is up, perhaps with the preferences over it. */
  let up = false
  let told: SweepReport | undefined
  let preferences: Promise<unknown> | undefined
  let aside: Promise<unknown> | undefined

  const leavePreferences = () => {
    if (up) consent.showNotice()
    else consent.hide()
  }
  /** Keeps a further part, which from then on watches the snapshot itself. */
  const start = (part: Promise<() => void>) => {
    part.then(
      (stop) => stops.push(stop),
      (error) => {
        preferences = aside = undefined
        consent.report('CG601', 'ui', error)
        leavePreferences()
      },
    )
    return part
  }

  const draw = () => {
    const snapshot = consent.get()
    const { ui } = snapshot
    if (ui !== 'preferences') up = ui === 'notice'
    if (ui === 'none') told = undefined
    const asks = up && asksNow(snapshot)
    element.lang = language
    element.dir = language === 'ar' ? 'rtl' : 'ltr'
    render(asks && h(Notice, { consent, texts }), card)
    if (ui !== 'none') show(asks ? texts.title : '')
    // A dialog closes first, or the focus would not go back to where it was.
    else Promise.resolve().then(() => consent.get().ui === 'none' && hide())
    if (up && (told || !asks)) {
      aside ??= start(chunks.aside().then(({ startAside }) => startAside(stage, element, () => told)))
    }
    if (ui === 'preferences') {
      preferences ??= start(
        chunks
          .preferences()
          .then(({ startPreferences }) => startPreferences(stage, element, leavePreferences)),
      )
    }
  }

  stops.push(
    await followTexts(stage, chunks.noticeCopy, (next, wanted) => {
      texts = next
      language = wanted
      draw()
    }),
    consent.watch(draw),
    consent.onWithdrawn((report) => {
      if (!up) return
      told = report
      draw()
    }),
  )
  // Whoever asked for the preferences learns when they cannot be loaded.
  await preferences
  return () => {
    for (const stop of stops.splice(0).reverse()) stop()
    render(null, card)
  }
}
