import { Button, followTexts, h, render } from '../kit/index.js'
import type { Language } from '../language/languages.js'
import type { FurtherCopy, Texts } from '../types/copy.js'
import type { Stage } from '../types/stage.js'
import { downloadJson } from './downloadJson.js'
import { MyData } from './MyData.js'

/** Draws what we keep about the visitor into `element`, and keeps it true. */
export async function drawMyData(stage: Stage, element: HTMLElement): Promise<() => void> {
  const { win, consent, chunks, options } = stage
  let texts: Texts<FurtherCopy>
  let language: Language
  let asking = false
  let told = ''

  const draw = () => {
    const data = consent.exportData()
    render(
      h(MyData, {
        Button: options.components?.Button ?? Button,
        data,
        settings: consent.settings,
        texts,
        language,
        asking,
        told,
        onDownload: () => downloadJson(win, 'consent-gate.json', data),
        onStop: () => consent.withdraw(undefined, 'preferences'),
        onErase() {
          if (asking) {
            consent.erase()
            told = texts.erased
          }
          asking = !asking
          draw()
        },
        onCancel() {
          asking = false
          draw()
        },
      }),
      element,
    )
  }
  const stopTexts = await followTexts(stage, chunks.furtherCopy, (next, wanted) => {
    texts = next
    language = wanted
    draw()
  })
  const stops = [stopTexts, consent.watch(draw), consent.onWithdrawn(draw)]
  return () => {
    for (const stop of stops) stop()
    render(null, element)
  }
}
