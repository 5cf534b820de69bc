import type { Consent } from '../types/consent.js'

/** `[data-consent-gate="preferences|accept|reject|withdraw"]` on any link or button, by delegation. */
export function consentLinks(doc: Document, consent: Consent): () => void {
  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element | null)?.closest?.<HTMLElement>('[data-consent-gate]')
    const action = link?.dataset.consentGate
    if (!link || !action || event.defaultPrevented) return
    switch (action) {
      case 'preferences': {
        event.preventDefault()
        consent.showPreferences().then((shown) => {
          // The link's own address is where to go when our interface is blocked.
          if (!shown && link instanceof HTMLAnchorElement && link.href) doc.location.assign(link.href)
        })
        return
      }
      case 'accept':
        consent.acceptAll('markup')
        break
      case 'reject':
        consent.rejectAll('markup')
        break
      case 'withdraw':
        consent.withdraw(undefined, 'markup')
        break
      default:
        consent.report('CG401', '[data-consent-gate]', action)
        return
    }
    event.preventDefault()
  }
  doc.addEventListener('click', onClick)
  return () => doc.removeEventListener('click', onClick)
}
