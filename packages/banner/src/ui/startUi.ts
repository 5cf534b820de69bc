import type { SweepReport } from '@consent-gate/core'
import { followTexts, h, render } from '../kit/index.js'
import type { PartTools } from '../types/bannerChunks.js'
import type { NoticeCopy } from '../types/copy.js'
import type { Stage } from '../types/stage.js'
import { asksNow } from './asksNow.js'
import { createRoot } from './createRoot.js'
import { Notice } from './Notice.js'

/** Draws what `snapshot.ui` says, and nothing else: the snapshot is the only truth. */
export async function startUi(stage: Stage): Promise<() => void> {
  const { consent, chunks } = stage
  const { element, card, show, destroy } = createRoot(stage)
  const stops = [destroy]
  let texts: NoticeCopy
  /** A notice is up, perhaps with the preferences over it. */
  let up = false
  let told: SweepReport | undefined
  const parts: Partial<Record<'preferences' | 'aside', Promise<void>>> = {}

  const tools: PartTools = {
    root: element,
    told: () => told,
    leave() {
      if (up) consent.showNotice()
      else consent.hide()
    },
  }
  /** Starts a further part, once; from then on it watches the snapshot itself. */
  const need = (name: keyof typeof parts) => {
    parts[name] ??= chunks[name]()
      .then(({ startPart }) => startPart(stage, tools))
      .then((stop) => {
        stops.push(stop)
      })
    parts[name].catch((error) => {
      delete parts[name]
      consent.report('CG601', name, error)
      if (name === 'preferences') tools.leave()
    })
  }

  const draw = () => {
    const snapshot = consent.get()
    const { ui } = snapshot
    if (ui !== 'preferences') up = ui === 'notice'
    if (!up) told = undefined
    const asks = up && !told && asksNow(snapshot)
    render(asks && h(Notice, { consent, texts }), card)
    if (ui !== 'none') show()
    // A dialog closes first, or the focus would not go back to where it was.
    else Promise.resolve().then(() => consent.get().ui === 'none' && element.remove())
    if (up && !asks) need('aside')
    if (ui === 'preferences') need('preferences')
  }

  stops.push(
    await followTexts(stage, chunks.noticeCopy, (next, language) => {
      texts = next
      element.lang = language
      element.dir = language === 'ar' ? 'rtl' : 'ltr'
      element.setAttribute('aria-label', texts.title)
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
  await parts.preferences
  return () => {
    for (const stop of stops.splice(0).reverse()) stop()
    render(null, card)
  }
}
