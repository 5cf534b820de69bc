/**
 * Milliseconds of an ISO 8601 instant. A date alone is midnight, and a time without an offset is meant, at
 * `utcOffset`. NaN when it is neither.
 */
export function parseInstant(text: string, utcOffset: string): number {
  if (/T.*(Z|[+-]\d\d:\d\d)$/.test(text)) return Date.parse(text)
  const local = text.includes('T') ? text : `${text}T00:00`
  // An offset that is none counts as `Z`.
  return Date.parse(local + utcOffset) || Date.parse(`${local}Z`)
}
