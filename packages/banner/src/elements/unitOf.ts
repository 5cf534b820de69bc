import type { Consent } from '@consent-gate/core'
import { nameOf } from '../pieces/nameOf.js'
import type { FurtherCopy } from '../types/copy.js'

/** The service or category that an element is about, with its name; null, and an issue, where there is none. */
export function unitOf(
  { settings, report }: Consent,
  element: HTMLElement,
  texts: FurtherCopy,
): { readonly id: string; readonly label: string } | null {
  const { services, categories, units } = settings
  const id = element.getAttribute('service') ?? services[0]?.id ?? units[0]?.id ?? ''
  const unit = [...services, ...categories].find((one) => one.id === id)
  if (unit) return { id, label: nameOf(unit, texts) }
  report('CG604', element.localName, id)
  return null
}
