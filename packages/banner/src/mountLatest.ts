import type { Consent } from '@consent-gate/core'
import { type Mounted, mount } from './mount.js'
import type { BannerChunks } from './types/bannerChunks.js'
import type { BannerOptions } from './types/components.js'

const mounts = new WeakMap<Consent, Mounted>()

/**
 * Mounts in place of the one before: strict modes mount twice, and hot reloads mount the new before they take the old
 * away. The script tag mounts once and has no need of it.
 */
export function mountLatest(consent: Consent, options: BannerOptions, chunks: BannerChunks): Mounted {
  mounts.get(consent)?.destroy()
  const mounted = mount(consent, options, chunks)
  mounts.set(consent, mounted)
  return mounted
}
