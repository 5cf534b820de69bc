/**
 * The hashes of the chunks that `gate.js` itself asks for, filled in by the build; each language carries those of
 * the chunks after it. So one hash on the script tag pins everything. https://www.w3.org/TR/SRI/
 */
export const integrity: Readonly<Record<string, string>> = {
  ui: 'INTEGRITY_OF_gate-ui',
  ko: 'INTEGRITY_OF_gate-ko',
  en: 'INTEGRITY_OF_gate-en',
  ar: 'INTEGRITY_OF_gate-ar',
  reopen: 'INTEGRITY_OF_gate-reopen',
  gates: 'INTEGRITY_OF_gate-gates',
  session: 'INTEGRITY_OF_gate-session',
  receipts: 'INTEGRITY_OF_gate-receipts',
  care: 'INTEGRITY_OF_gate-care',
  debug: 'INTEGRITY_OF_gate-debug',
}
