import { h } from '../kit/index.js'
import { nameOf } from '../pieces/nameOf.js'
import type { Stage } from '../types/stage.js'
import { Disclosure } from './Disclosure.js'
import { disclosureStyles } from './disclosureStyles.js'
import { drawInline } from './drawInline.js'
import { Policies } from './Policies.js'
import { unitOf } from './unitOf.js'

/** `<consent-gate-disclosure service>` and `<consent-gate-policies>` */
export function drawElement(stage: Stage, element: HTMLElement): Promise<() => void> {
  const { win, consent, options } = stage
  const { settings } = consent
  return drawInline(stage, element, disclosureStyles, (texts, language, outcome) => {
    if (element.localName === 'consent-gate-policies')
      return h(Policies, { policy: consent.get().policy, settings, texts, language })
    const service = unitOf(consent, element, settings.services)
    return (
      service &&
      h(Disclosure, {
        id: service.id,
        label: nameOf(service, texts),
        service,
        consent,
        texts,
        told: outcome.of(service.id),
        language,
        contact: options.contact,
        doc: win.document,
      })
    )
  })
}
