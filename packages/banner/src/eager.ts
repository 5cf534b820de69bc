import type { Consent, UiConfig } from '@consent-gate/core'
import { eagerChunks } from './eagerChunks.js'
import { type Mounted, mount } from './mount.js'

export type { Mounted }

/** Draws the interface of a consent, with every part at hand. Does nothing on a server. */
export function mountBanner(consent: Consent, options: UiConfig = {}): Mounted {
  return mount(consent, options, eagerChunks)
}
