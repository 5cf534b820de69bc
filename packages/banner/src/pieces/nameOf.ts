import type { Category, Service } from '@consent-gate/core'
import type { FurtherCopy } from '../types/copy.js'

/** A service, a category, or what is left of one that the site no longer has: its id. */
type Unit = Pick<Service & Category, 'id' | 'name' | 'label'>

/** What a service or category is called: as the site says, else in our words, else by its id. */
export function nameOf({ id, name, label }: Unit, texts: FurtherCopy): string {
  const ours = id === 'analytics' ? texts.analytics : id === 'google-analytics' ? 'Google Analytics' : id
  return name ?? label ?? ours
}
