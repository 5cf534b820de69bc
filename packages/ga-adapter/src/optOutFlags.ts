import type { PageTag } from './pageTag.js'
import type { TagWindow } from './types.js'

/**
 * The flags by which the tag knows that it is off. One that the site raised itself, for its staff or by an opt-out
 * of its own, stays. https://developers.google.com/analytics/devguides/collection/gtagjs/user-opt-out
 */
export function optOutFlags(win: TagWindow, { optedOut }: PageTag, ids: readonly string[]) {
  return {
    raise() {
      for (const id of ids) {
        if (win[`ga-disable-${id}`] !== true && Reflect.set(win, `ga-disable-${id}`, true)) optedOut.add(id)
      }
    },
    lower() {
      for (const id of ids) if (optedOut.delete(id)) Reflect.deleteProperty(win, `ga-disable-${id}`)
    },
  }
}
