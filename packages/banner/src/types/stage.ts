import type { Consent } from '@consent-gate/core'
import type { Language } from '../language/languages.js'
import type { BannerChunks } from './bannerChunks.js'
import type { BannerOptions } from './components.js'

/** What every piece of the interface is drawn on. */
export interface Stage {
  readonly win: Window & typeof globalThis
  readonly consent: Consent
  readonly options: BannerOptions
  readonly chunks: BannerChunks
  /** The language to draw in now. */
  language(): Language
  /** False after the end of the interface: what arrives then ends at once. */
  alive(): boolean
}
