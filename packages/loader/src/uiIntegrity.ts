/** The hashes of the chunks that come after `gate-ui.js`, filled in by the build. */
export const integrity: Readonly<Record<string, string>> = {
  preferences: 'INTEGRITY_OF_gate-preferences',
  toggle: 'INTEGRITY_OF_gate-toggle',
  disclosure: 'INTEGRITY_OF_gate-disclosure',
  'my-data': 'INTEGRITY_OF_gate-my-data',
  refusal: 'INTEGRITY_OF_gate-refusal',
  'ko-more': 'INTEGRITY_OF_gate-ko-more',
  'en-more': 'INTEGRITY_OF_gate-en-more',
  'ar-more': 'INTEGRITY_OF_gate-ar-more',
}
