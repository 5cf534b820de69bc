import type { Consent } from '../types/consent.js'
import { listen } from './listen.js'

/** `[data-consent-gate="preferences|accept|reject|withdraw"]` on any link or button, by delegation. */
export function consentLinks(doc: Document, consent: Consent): () => void {
  const actions: Readonly<Record<string, (link: HTMLElement) => unknown>> = {
    accept: () => consent.acceptAll('markup'),
    reject: () => consent.rejectAll('markup'),
    withdraw: () => consent.withdraw(undefined, 'markup'),
    // The link's own address is where to go when our interface is blocked.
    preferences: async ({ href }: HTMLElement & { href?: string }) => {
      if (!(await consent.showPreferences()) && href) doc.location.assign(href)
    },
  }
  return listen(doc, 'click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-consent-gate]')
    if (!link || event.defaultPrevented) return
    const name = link.dataset.consentGate ?? ''
    const action = actions[name]
    if (!action) return consent.report('CG401', '[data-consent-gate]', name)
    event.preventDefault()
    action(link)
  })
}
