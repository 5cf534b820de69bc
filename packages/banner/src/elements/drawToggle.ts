import { h } from '../kit/index.js'
import { nameOf } from '../pieces/nameOf.js'
import type { Stage } from '../types/stage.js'
import { drawInline } from './drawInline.js'
import { ToggleLine } from './ToggleLine.js'
import { unitOf } from './unitOf.js'

/** `<consent-gate-toggle service>` */
export function drawElement(stage: Stage, element: HTMLElement): Promise<() => void> {
  const { consent } = stage
  const { services, categories } = consent.settings
  return drawInline(stage, element, '', (texts, _language, outcome) => {
    const unit = unitOf(consent, element, [...services, ...categories])
    return (
      unit &&
      h(ToggleLine, {
        id: unit.id,
        label: nameOf(unit, texts),
        consent,
        texts,
        told: outcome.of(unit.id),
      })
    )
  })
}
