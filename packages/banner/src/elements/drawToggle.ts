import { adoptStyles, followTexts, h, render } from '../kit/index.js'
import { nameOf } from '../pieces/nameOf.js'
import { switchStyles } from '../pieces/switchStyles.js'
import type { FurtherCopy, Texts } from '../types/copy.js'
import type { Stage } from '../types/stage.js'
import { elementStyles } from './elementStyles.js'
import { ownOutcome } from './ownOutcome.js'
import { ToggleLine } from './ToggleLine.js'
import { unitOf } from './unitOf.js'

/** `<consent-gate-toggle service>` */
export async function drawElement(stage: Stage, element: HTMLElement): Promise<() => void> {
  const { win, consent, chunks } = stage
  let texts: Texts<FurtherCopy>
  const outcome = ownOutcome(consent)
  const draw = () => {
    const { services, categories } = consent.settings
    const unit = unitOf(consent, element, [...services, ...categories])
    const line = unit && {
      id: unit.id,
      label: nameOf(unit, texts),
      consent,
      texts,
      told: outcome.of(unit.id),
    }
    render(line && h(ToggleLine, line), element)
  }
  const stops = [
    await followTexts(stage, chunks.furtherCopy, (next, language) => {
      texts = next
      element.lang = language
      element.dir = language === 'ar' ? 'rtl' : 'ltr'
      draw()
    }),
    adoptStyles(win, switchStyles + elementStyles),
    consent.watch(draw),
    consent.onWithdrawn((report) => {
      outcome.take(report)
      draw()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    render(null, element)
  }
}
