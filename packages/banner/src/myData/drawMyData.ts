import { Button, followTexts, h, render } from '../kit/index.js'
import type { Language } from '../language/languages.js'
import type { FurtherCopy, Texts } from '../types/copy.js'
import type { Stage } from '../types/stage.js'
import { downloadJson } from './downloadJson.js'
import { MyData, type MyDataProps } from './MyData.js'

/** Draws what we keep about the visitor into `element`, and keeps it true. */
export async function drawMyData(stage: Stage, element: HTMLElement): Promise<() => void> {
  const { win, consent, chunks, options } = stage
  let texts: Texts<FurtherCopy>
  let language: Language
  let asking = false
  let told: MyDataProps['told']

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
        // What became of it, the dialog says.
        onStop: () => consent.withdraw(undefined, 'preferences'),
        onErase() {
          told = undefined
          if (asking) {
            consent.erase()
            told = 'erased'
          }
          turn()
        },
        onCancel: turn,
      }),
      element,
    )
  }
  const turn = () => {
    asking = !asking
    draw()
    // What is asked, or told, stands above the buttons; where there is no room for all, the focus counts.
    element.querySelector('[role=status]')?.scrollIntoView({ block: 'nearest' })
    // The button that was pressed is another one now, or gone.
    element.querySelector<HTMLElement>(`[data-role=${asking ? 'close' : 'erase'}]`)?.focus()
  }
  const stopTexts = await followTexts(stage, chunks.furtherCopy, (next, wanted) => {
    texts = next
    language = wanted
    draw()
  })
  const follow = () => {
    if (consent.get().persisted) told = undefined
    draw()
  }
  const stops = [stopTexts, consent.watch(follow)]
  return () => {
    for (const stop of stops) stop()
    render(null, element)
  }
}
