import { adoptStyles, followTexts, h, render } from '../kit/index.js'
import type { Language } from '../language/languages.js'
import { nameOf } from '../pieces/nameOf.js'
import { switchStyles } from '../pieces/switchStyles.js'
import type { FurtherCopy, Texts } from '../types/copy.js'
import type { Stage } from '../types/stage.js'
import { Disclosure } from './Disclosure.js'
import { disclosureStyles } from './disclosureStyles.js'
import { elementStyles } from './elementStyles.js'
import { ownOutcome } from './ownOutcome.js'
import { Policies } from './Policies.js'
import { unitOf } from './unitOf.js'

type WithCookieStore = Window & { cookieStore?: EventTarget }

/** `<consent-gate-disclosure service>` and `<consent-gate-policies>` */
export async function drawElement(stage: Stage, element: HTMLElement): Promise<() => void> {
  const { win, consent, chunks, options } = stage
  const { cookieStore } = win as WithCookieStore
  let texts: Texts<FurtherCopy>
  let language: Language
  const outcome = ownOutcome(consent)

  const disclosure = () => {
    const service = unitOf(consent, element, consent.settings.services)
    if (!service) return null
    const { id } = service
    return h(Disclosure, {
      id,
      label: nameOf(service, texts),
      service,
      consent,
      texts,
      told: outcome.of(id),
      language,
      contact: options.contact,
      doc: win.document,
    })
  }
  const draw = () => {
    const policies = element.localName === 'consent-gate-policies'
    render(
      policies
        ? h(Policies, { policy: consent.get().policy, settings: consent.settings, texts, language })
        : disclosure(),
      element,
    )
  }
  const stops = [
    await followTexts(stage, chunks.furtherCopy, (next, wanted) => {
      texts = next
      language = element.lang = wanted
      element.dir = wanted === 'ar' ? 'rtl' : 'ltr'
      draw()
    }),
    adoptStyles(win, switchStyles + elementStyles + disclosureStyles),
    consent.watch(draw),
    consent.onWithdrawn((report) => {
      outcome.take(report)
      draw()
    }),
  ]
  // Where the browser tells, the list of cookies is live.
  cookieStore?.addEventListener('change', draw)
  return () => {
    cookieStore?.removeEventListener('change', draw)
    for (const stop of stops) stop()
    render(null, element)
  }
}
