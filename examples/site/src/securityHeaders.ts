import type { MiddlewareHandler } from 'hono'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import type { Tag } from './tag.js'

/** Google's list for a property without Signals: https://developers.google.com/tag-platform/security/guides/csp */
const GOOGLE = ['https://*.google-analytics.com', 'https://*.googletagmanager.com']

/** A strict policy: own styles only, scripts by nonce, Trusted Types for everything that can run. */
export function securityHeaders(tag: Tag): MiddlewareHandler {
  const google = tag.kind === 'google' ? GOOGLE : []
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: [NONCE, "'strict-dynamic'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", ...google],
      connectSrc: ["'self'", ...google],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
      requireTrustedTypesFor: ["'script'"],
      // goog#html is the policy that Google's tag makes for itself.
      trustedTypes: ['consent-gate', 'consent-gate#gates', 'goog#html'],
    },
    // Hono's default, no-referrer, has browsers leave the origin out of this site's own forms; over http nothing
    // else says that they are its own.
    referrerPolicy: 'same-origin',
    // The business of whoever deploys under a real name; here it would outlive the demo.
    strictTransportSecurity: false,
  })
}
