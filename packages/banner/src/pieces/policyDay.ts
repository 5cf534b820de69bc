import type { Settings } from '@consent-gate/core'
import type { Language } from '../language/languages.js'

/**
 * The day of a policy's instant at the site's `utcOffset`, the same for every visitor. Where the site names none, a
 * date alone was midnight UTC; any other instant has an offset of its own, and is told by the visitor's clock.
 */
export function policyDay(
  instant: number,
  { utcOffset }: Pick<Settings, 'utcOffset'>,
  language: Language,
): string {
  // Midnight, and the last millisecond of a period that ends there.
  const offset = utcOffset ? Date.parse(`1970-01-01T00:00${utcOffset}`) : Number.NaN
  const timeZone = !Number.isNaN(offset) || (instant + 1) % 864e5 < 2 ? 'UTC' : undefined
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(instant - (offset || 0))
}
