/**
 * Milliseconds of an ISO 8601 instant; a date alone is midnight, and a time without an offset is meant, at
 * `utcOffset`. NaN when it is neither.
 */
export function parseInstant(text: string, utcOffset: string): number {
  const match = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?$/.exec(text)
  return match ? Date.parse(`${match[1]}${match[2] ?? 'T00:00'}${match[3] ?? utcOffset}`) : Number.NaN
}
