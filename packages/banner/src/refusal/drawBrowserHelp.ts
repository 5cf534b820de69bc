import { followTexts, h, render } from '../kit/index.js'
import { BrowserHelp } from '../pieces/BrowserHelp.js'
import type { Stage } from '../types/stage.js'

/** Draws the browsers' pages about cookies into `element`, for who reads before a log-in is refused. */
export function drawBrowserHelp(stage: Stage, element: HTMLElement): Promise<() => void> {
  return followTexts(stage, stage.chunks.furtherCopy, (texts, language) =>
    render(h(BrowserHelp, { texts, language }), element),
  )
}
