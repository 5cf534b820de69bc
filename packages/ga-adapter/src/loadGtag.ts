import type { ConsentEnv } from '@consent-gate/core'
import type { GtagWindow } from './types.js'

/** gtag.js answers within seconds or not at all: an extension or a network may swallow the request. */
const PATIENCE = 10_000

/** Inserts gtag.js once and tells how that ended: undefined when it runs, else why it does not. */
export function loadGtag(
  env: ConsentEnv,
  id: string,
  scriptUrl: string | undefined,
  ended: (failure: string | undefined) => void,
): HTMLScriptElement {
  const win = env.win as GtagWindow
  const src = scriptUrl ?? 'https://www.googletagmanager.com/gtag/js'
  const timer = win.setTimeout(() => ended('timeout'), PATIENCE)
  const settle = (failure: string | undefined) => {
    win.clearTimeout(timer)
    ended(failure)
  }
  return env.insertScript({
    src: `${src}${src.includes('?') ? '&' : '?'}id=${id}`,
    // A surrogate of an extension loads, and defines nothing.
    onload: () => settle(win.google_tag_manager?.[id] ? undefined : 'surrogate'),
    onerror: () => settle('not-loaded'),
  })
}
