/** What is measured, in the order of the table: milliseconds, and bytes where the name says so. */
export const rows = {
  notice: 'notice visible and clickable',
  accept: 'accept to the request for gtag',
  returning: 'returning visitor, cold, to the request for gtag',
  scriptFirst: 'own script, first visit',
  scriptReturning: 'own script, returning visitor',
  gates1000: '1,000 gated scripts, accept to the last one',
  gates5000: '5,000 gated scripts, accept to the last one',
  paint5000: 'accept to next paint with 5,000 gated scripts',
  bytesFirst: 'bytes of a first visit',
  bytesReturning: 'bytes of a returning visitor',
} as const

export type Row = keyof typeof rows
