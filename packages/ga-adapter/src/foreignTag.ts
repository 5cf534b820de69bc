import type { GtagWindow } from './types.js'

/** The Google tag that the page loads by itself, which no consent of ours can hold back; undefined when none. */
export function foreignTag(win: GtagWindow): string | undefined {
  const script = win.document.querySelector<HTMLScriptElement>(
    'script[src*="googletagmanager.com/gtag/js"],script[src*="googletagmanager.com/gtm.js"]',
  )
  return script?.src ?? (win.google_tag_manager ? 'window.google_tag_manager' : undefined)
}
