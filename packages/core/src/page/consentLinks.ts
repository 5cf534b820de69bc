import type { ChoiceResult, Consent } from '../types/consent.js'
import { listen } from './listen.js'

/** `[data-consent-gate="preferences|accept|reject|withdraw"]` on any link or button, by delegation. */
export function consentLinks(doc: Document, consent: Consent): () => void {
  const { acceptAll, rejectAll, showPreferences, showNotice, report } = consent
  const answers: Readonly<Record<string, (source: 'markup') => ChoiceResult>> = {
    // No other names than these.
    __proto__: null as never,
    accept: acceptAll,
    reject: rejectAll,
    withdraw: rejectAll,
  }
  const choose = async (event: Event) => {
    // The whole way, out of shadow roots too: a design system's button is its host, and the click inside it.
    const path = event.composedPath() as (HTMLElement & { href?: string })[]
    const link = path.find((element) => element.dataset?.consentGate !== undefined)
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent
    // What opens a tab stays a link.
    if (!link || ctrlKey || metaKey || shiftKey) return
    const name = link.dataset.consentGate ?? ''
    const answer = answers[name]
    if (!answer && name !== 'preferences') return report('CG401', '[data-consent-gate]', name)
    event.preventDefault()
    if (answer) {
      // Where no notice is up, nothing else tells what could not be stored (P8).
      if (answer('markup').snapshot.reason === 'not-stored') showNotice()
    }
    // The link's own address is where to go when our interface is blocked.
    else if (!(await showPreferences()) && link.href) doc.location.assign(link.href)
  }
  // Before everybody else's: a router that takes over links must find the click taken.
  return listen(doc, 'click', choose, { capture: true })
}
