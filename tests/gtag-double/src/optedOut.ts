import { cookieValues } from './cookieJar.js'
import { page } from './page.js'

/** The switches that make gtag.js abort an event, read when the event is processed and at no other time. */
export const optedOut = (ids: readonly string[]): boolean =>
  // Strictly true: the string 'true' does nothing.
  ids.some((id) => page[`ga-disable-${id}`] === true) ||
  document.documentElement.hasAttribute('data-google-analytics-opt-out') ||
  page._gaUserPrefs?.ioo?.() === true ||
  document.getElementById('__gaOptOutExtension') !== null ||
  cookieValues('AMP_TOKEN').includes('$OPT_OUT')
