import { composeConsent } from './consent.js'
import type { CoreParts } from './coreParts.js'
import { browserEnv } from './env/browserEnv.js'
import { serverEnv } from './env/serverEnv.js'
import type { ConsentConfig } from './types/config.js'
import type { Consent } from './types/consent.js'

const parts: CoreParts = {
  gates: () => import('./lazy/gatesPart.js'),
  session: () => import('./lazy/sessionPart.js'),
  receipts: () => import('./lazy/receiptsPart.js'),
  care: () => import('./lazy/carePart.js'),
  advice: () => import('./lazy/advicePart.js'),
  debug: () => import('./lazy/debugPart.js'),
}

/** On the window, so that a module that was bundled twice finds what its twin started. */
const RUNNING = Symbol.for('consent-gate.running')

interface Running {
  readonly consent: Consent
  readonly given: ConsentConfig
  readonly config: string
}

/** What can be compared of a configuration. A service may by now hold on to what refers back to it. */
function fingerprintOf(config: ConsentConfig): string {
  try {
    return JSON.stringify(config)
  } catch {
    return ''
  }
}

/**
 * Starts at once in a window, and does nothing on a server. A second call gives the first instance back, with
 * an issue when the configurations differ, until `destroy()`. Mistakes in the configuration never throw: they
 * are issues (`onIssue`), and what they concern stays denied.
 */
export function createConsent(config: ConsentConfig): Consent {
  if (typeof window === 'undefined') return composeConsent(config, serverEnv(), parts)
  const page = window as Window & typeof globalThis & { [RUNNING]?: Running | undefined }
  const fingerprint = fingerprintOf(config)
  const running = page[RUNNING]
  if (running) {
    const same = running.given === config || running.config === fingerprint
    if (!same) running.consent.report('CG105', 'createConsent', config)
    return running.consent
  }
  const consent = composeConsent(config, browserEnv(window, config?.nonce ?? ''), parts)
  const destroy = consent.destroy
  consent.destroy = () => {
    if (page[RUNNING]?.consent === consent) page[RUNNING] = undefined
    destroy()
  }
  page[RUNNING] = { consent, given: config, config: fingerprint }
  // Without one everything stays denied, which nobody would understand in silence.
  if (!config) consent.report('CG100', '', config)
  return consent
}
