/**
 * Milliseconds of an ISO 8601 instant. A date alone is midnight, and a time without an offset is meant, at
 * `utcOffset`. NaN when it is neither.
 */
export function parseInstant(text: string, utcOffset: string): number {
  if (/T.*(Z|[+-]\d\d:\d\d)$/.test(text)) return Date.parse(text)
  return Date.parse(`${text}${text.includes('T') ? '' : 'T00:00'}${utcOffset}`)
}
