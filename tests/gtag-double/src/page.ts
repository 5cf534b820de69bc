/** The globals that gtag.js reads and leaves in a page. */
interface TagGlobals {
  dataLayer?: unknown[]
  google_tag_manager?: Record<string, unknown>
  google_tag_data?: { ics?: unknown }
  gaGlobal?: { vid?: string }
  _gaUserPrefs?: { ioo?: () => boolean }
  [gaDisable: `ga-disable-${string}`]: unknown
}

export const page = window as unknown as Window & typeof globalThis & TagGlobals
