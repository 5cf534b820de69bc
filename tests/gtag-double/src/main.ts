import { page } from './page.js'
import type { GtagSettings } from './settings.js'
import { Tag } from './tag.js'
import { takeOver } from './takeOver.js'
import { whenVisible } from './whenVisible.js'

/** Handed in by the wrapper that `gtagSource` puts around the bundle. */
declare const GTAG_SETTINGS: GtagSettings

const SHARED = 'double'

page.google_tag_manager ??= {}
const containers = page.google_tag_manager
// The second copy of a script finds the first and does nothing.
if (!(GTAG_SETTINGS.measurementId in containers)) {
  containers[GTAG_SETTINGS.measurementId] = {}
  const running = containers[SHARED] as Tag | undefined
  const tag = running ?? new Tag()
  containers[SHARED] = tag
  tag.addContainer(GTAG_SETTINGS)
  if (!running) {
    whenVisible(() => {
      takeOver((command) => tag.run(command))
      tag.watchPage()
    })
  }
}
