import { allDenied } from './consentMode.js'
import { rewriteLayer } from './dataLayer.js'
import type { PageTag } from './pageTag.js'

/**
 * Takes out what waits in the layer, lets the full default come first and hands what was waiting to `write`:
 * when the tag arrives it finds this, and nothing older.
 */
export function startLayer(tag: PageTag, write?: (waiting: readonly IArguments[]) => void): void {
  rewriteLayer(tag.layer, (waiting) => {
    Object.assign(tag, { granted: [], configured: [], address: undefined })
    tag.gtag('consent', 'default', allDenied())
    write?.(waiting)
  })
}
