import { gtagOf } from './dataLayer.js'
import type { EgressGuard } from './egressGuard.js'
import type { Gtag, TagWindow } from './types.js'

/** What is known of the tag in this page. It outlives `destroy()`, because the tag does. */
export interface PageTag {
  readonly layer: unknown[]
  readonly gtag: Gtag
  /** The consent types that we granted; none means off. */
  granted: readonly string[]
  /** The IDs whose `config` stands in the layer. */
  configured: readonly string[]
  /** The IDs whose opt-out flag we raised. */
  readonly optedOut: Set<string>
  /** How often the script was inserted. */
  attempts: number
  /** The script has neither loaded nor failed. */
  pending?: boolean
  /** The address it was told, where the real one held secrets. */
  address?: string | undefined
  /** Made at the first withdrawal. */
  guard?: EgressGuard
  /** Told when the script loaded (without a reason) or failed. */
  settled?(failure?: string): void
}

/** Gives the page its `dataLayer` and `gtag`, where it has none, and finds or starts the memory of its tag. */
export function pageTag(win: Window & typeof globalThis): PageTag {
  const page = win as TagWindow & { [key: symbol]: PageTag | undefined }
  const key = Symbol.for('consent-gate.tag')
  // An element whose id is one of these names is there under it, and is neither.
  if (!page.dataLayer?.push) page.dataLayer = []
  const layer = page[key]?.layer ?? page.dataLayer
  // A tag hears one array for good, so what a page assigns later goes into that one. A `var` of the page's own stays.
  Reflect.defineProperty(page, 'dataLayer', {
    get: () => layer,
    set(next: unknown) {
      if (Array.isArray(next)) layer.push(...next.filter((entry) => !layer.includes(entry)))
    },
  })
  const gtag = gtagOf(layer)
  if (!page.gtag?.call) page.gtag = gtag
  const tag = page[key] ?? { layer, gtag, granted: [], configured: [], optedOut: new Set(), attempts: 0 }
  page[key] = tag
  return tag
}
