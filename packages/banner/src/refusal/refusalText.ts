import type { SessionFailure } from '@consent-gate/core'
import type { FurtherCopy } from '../types/copy.js'

/**
 * What a visitor is told about a log-in cookie that was not kept: the browser's refusal, or a fault of the site.
 * Mistakes that do not limit a log-in are the developer's alone.
 */
export function refusalText(reason: SessionFailure, texts: FurtherCopy): string | null {
  if (reason === 'cookies-blocked') return texts.sessionRefused
  return ['insecure', 'too-large', 'invalid'].includes(reason) ? texts.sessionFault : null
}
