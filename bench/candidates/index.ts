import type { Candidate } from '../candidate.js'
import { c15t } from './c15t.js'
import { consentGate } from './consentGate.js'
import { handWritten } from './handWritten.js'
import { klaro } from './klaro.js'
import { vanillaCookieConsent } from './vanillaCookieConsent.js'

/** In the order of the columns; ours is the last. */
export const candidates = (): Candidate[] => [
  handWritten(),
  vanillaCookieConsent(),
  klaro(),
  c15t(),
  consentGate(),
]
