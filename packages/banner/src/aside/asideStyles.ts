/** What a second card beside the question needs. */
export const asideStyles = `
#consent-gate:popover-open:has(> section) { flex-direction: column; max-height: 100% }
#consent-gate p + p { margin-top: .5em }
`
