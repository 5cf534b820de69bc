import type { Consent } from '@consent-gate/core'
import { lazyChunks } from './lazyChunks.js'
import type { Mounted } from './mount.js'
import { mountLatest } from './mountLatest.js'
import type { BannerOptions } from './types/components.js'

export type * from './types/components.js'
export type { Mounted }

/**
 * Draws the interface of a consent, each part imported when it must be shown. Takes the place of what was
 * mounted on it before. Does nothing on a server.
 */
export function mountBanner(consent: Consent, options: BannerOptions = {}): Mounted {
  return mountLatest(consent, options, lazyChunks)
}
