import type { Snapshot, SweepReport } from '@consent-gate/core'
import { Button, followTexts, h, render } from '../kit/index.js'
import type { RestPart, RestTools, Ui } from '../types/bannerChunks.js'
import type { NoticeCopy } from '../types/copy.js'
import type { Stage } from '../types/stage.js'
import { asksNow } from './asksNow.js'
import { createRoot } from './createRoot.js'
import { Notice } from './Notice.js'

/**
 * Draws what `snapshot.ui` says, and nothing else: the snapshot is the only truth. `told` is what became of a withdrawal
 * that the interface was loaded for.
 */
export async function startUi(stage: Stage, told?: SweepReport): Promise<Ui> {
  const { consent, chunks, options } = stage
  const { element, card, show, destroy } = createRoot(stage)
  const stops: (() => void)[] = []
  let texts: NoticeCopy | undefined
  /** A notice is up, perhaps with the preferences over it. */
  let up = false
  /** Something else is told first. */
  let held = false
  /** What else a layer asked for, here or on its way. */
  const rest: Partial<Record<Snapshot['ui'], Promise<boolean> | undefined>> = {}

  const tools: RestTools = {
    root: element,
    told: () => told,
    leave() {
      // Answered in another tab meanwhile, it is not asked again; what was announced is told again on the next page.
      if (up && !consent.get().answered) consent.showNotice()
      else consent.hide()
    },
    hold() {
      held = true
      draw()
      return () => {
        held = false
        draw()
      }
    },
  }
  /** Everything but the question, which from then on watches the snapshot itself. */
  const loadRest = async (part: RestPart) => {
    const { startRest } = await chunks[part](stage.language())
    stops.push(await startRest(stage, tools))
    return true
  }

  const draw = () => {
    const snapshot = consent.get()
    const { ui } = snapshot
    if (ui !== 'preferences') up = ui === 'notice'
    if (ui === 'none') told = undefined
    // What is still unanswered is asked beside what it tells; an answered notice only tells.
    const answerable = up && asksNow(snapshot) && !(told && snapshot.answered)
    render(
      answerable &&
        !held &&
        texts &&
        h(options.components?.Notice ?? Notice, {
          consent,
          texts,
          Button: options.components?.Button ?? Button,
        }),
      card,
    )
    if (ui !== 'none' || held) show()
    // A dialog closes first, or the focus would not go back to where it was. The `remove()` of a page with Prototype.js
    // throws where nothing is to be removed.
    else
      queueMicrotask(() => consent.get().ui === 'none' && !held && element.parentNode?.removeChild(element))
    const part = ui === 'preferences' ? ui : up && (told || !answerable) && 'aside'
    if (!part || rest[ui]) return
    rest[ui] = loadRest(part).catch((error) => {
      rest[ui] = undefined
      consent.report('CG601', part, error)
      // Something else may be up by then.
      if (consent.get().ui === ui) tools.leave()
      return false
    })
  }

  stops.push(
    // First, since an extension may answer in the very moment in which the question is there.
    consent.watch((now, before) => {
      // Another answer has another outcome: what is on again is off no more.
      if (now.state !== before.state) told = undefined
      draw()
    }),
    consent.onWithdrawn((report) => {
      told = report
      draw()
    }),
    await followTexts(stage, chunks.noticeCopy, (next, language) => {
      texts = next
      element.lang = language
      element.dir = language === 'ar' ? 'rtl' : 'ltr'
      element.ariaLabel = texts.title
      draw()
    }),
    // React 18 draws a whole document anew. Put back once: what takes it away again has its reasons.
    consent.watchPage(() => consent.get().ui !== 'notice' || show()),
  )
  return {
    tools,
    // Of what shows now: something else that does not come takes nothing away from it.
    settled: async () => rest[consent.get().ui],
    stop() {
      for (const stop of stops) stop()
      render(null, card)
      // The root goes last: what was drawn inside it ends only while it is on the page.
      destroy()
    },
  }
}
