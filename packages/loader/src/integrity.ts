/**
 * The hashes of the chunks that `gate.js` itself asks for; the build fills them in. A chunk carries those of
 * the chunks that it asks for, so that one hash on the script tag pins everything.
 * https://developer.mozilla.org/docs/Web/Security/Subresource_Integrity
 */
export const INTEGRITY = {
  ui: 'INTEGRITY_OF_gate-ui',
  gates: 'INTEGRITY_OF_gate-gates',
  session: 'INTEGRITY_OF_gate-session',
  receipts: 'INTEGRITY_OF_gate-receipts',
  care: 'INTEGRITY_OF_gate-care',
  debug: 'INTEGRITY_OF_gate-debug',
} as const
