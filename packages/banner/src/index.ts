import type { Consent, UiConfig } from '@consent-gate/core'
import { lazyChunks } from './lazyChunks.js'
import { type Mounted, mount } from './mount.js'

export type { Mounted }

/** Draws the interface of a consent, each part imported when it must be shown. Does nothing on a server. */
export function mountBanner(consent: Consent, options: UiConfig = {}): Mounted {
  return mount(consent, options, lazyChunks)
}
