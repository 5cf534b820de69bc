/** The site's own link or button that opens the preferences. */
export const WAY_BACK = '[data-consent-gate="preferences"]'
