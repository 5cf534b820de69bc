import type { Consent } from '@consent-gate/core'

/** What an element is about, of those that it can be about; null, and an issue, where it names none of them. */
export function unitOf<Unit extends { readonly id: string }>(
  { settings, report }: Consent,
  element: HTMLElement,
  among: readonly Unit[],
): Unit | null {
  const { services, units } = settings
  const id = element.getAttribute('service') ?? services[0]?.id ?? units[0]?.id ?? ''
  const unit = among.find((one) => one.id === id)
  if (unit) return unit
  report('CG604', element.localName, id)
  return null
}
