/**
 * The hashes of the chunks that `gate.js` itself asks for, filled in by the build; each language and `gate-care.js`
 * carry those of the chunks after them. So one hash on the script tag pins everything. https://www.w3.org/TR/SRI/
 */
export const integrity: Readonly<Record<string, string>> = {
  ui: 'INTEGRITY_OF_gate-ui',
  ko: 'INTEGRITY_OF_gate-ko',
  en: 'INTEGRITY_OF_gate-en',
  ar: 'INTEGRITY_OF_gate-ar',
  gates: 'INTEGRITY_OF_gate-gates',
  advice: 'INTEGRITY_OF_gate-advice',
  care: 'INTEGRITY_OF_gate-care',
}
