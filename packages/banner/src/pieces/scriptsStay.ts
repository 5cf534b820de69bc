import type { Consent, Unit } from '@consent-gate/core'

/**
 * Whether gated scripts of these units had run when they were turned off. Of a script that names its category alone,
 * the category is what was turned off.
 */
export function scriptsStay({ ran, allows }: Consent, units: readonly Unit[]): boolean {
  return units.some(({ id, category }) => [id, category].some((one) => ran.has(one) && !allows(one)))
}
