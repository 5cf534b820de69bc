import { resolveConfig } from './config/resolveConfig.js'
import { composeConsent } from './consent.js'
import { browserEnv } from './env/browserEnv.js'
import { serverConsent } from './serverConsent.js'
import type { ConsentConfig } from './types/config.js'
import type { Consent } from './types/consent.js'
import type { CoreChunks } from './types/host.js'

const chunks: CoreChunks = {
  gates: () => import('./gates/startGates.js'),
  sessionGuard: () => import('./session/guardSession.js'),
  receipts: () => import('./receipts/startReceipts.js'),
  issueTexts: () => import('./issue/describeIssue.js'),
}

let running: { readonly consent: Consent; readonly config: string } | undefined

/**
 * Starts at once in a window, and does nothing on a server. A second call gives the first instance back, with
 * an issue when the configurations differ, until `destroy()`. Mistakes in the configuration never throw: they
 * are issues (`onIssue`), and what they concern stays denied.
 */
export function createConsent(config: ConsentConfig): Consent {
  if (typeof window === 'undefined') return serverConsent(resolveConfig(config, Date.now(), '', () => {}))
  const fingerprint = JSON.stringify(config)
  if (running) {
    if (running.config !== fingerprint) running.consent.report('CG105', 'createConsent', config)
    return running.consent
  }
  const consent = composeConsent(config, browserEnv(window, config?.nonce ?? ''), chunks)
  const destroy = consent.destroy
  consent.destroy = () => {
    running = undefined
    destroy()
  }
  running = { consent, config: fingerprint }
  return consent
}
