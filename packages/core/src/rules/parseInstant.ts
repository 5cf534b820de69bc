/**
 * Milliseconds of an ISO 8601 instant. A date alone is midnight, and a time without an offset is meant, at
 * `utcOffset`. NaN when it is neither: beyond ISO 8601, and for a 31 February, `Date.parse` guesses, and each browser
 * differently.
 */
export function parseInstant(text: string, utcOffset: string): number {
  const [, date = '', day, time = 'T00:00', offset] =
    /^(\d{4}-\d\d-(\d\d))(?:(T[\d:.]+)(Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? []
  const at = (zone: string) => Date.parse(date + time + (offset ?? zone))
  // An offset that is none counts as `Z`.
  return new Date(date).getUTCDate() === Number(day) ? at(utcOffset) || at('Z') : Number.NaN
}
