/** Facts in the page's own typography: only their arrangement is ours. */
export const disclosureStyles = `
:is(consent-gate-disclosure, consent-gate-policies) { overflow-wrap: anywhere }
consent-gate-disclosure dl { margin: 1em 0 }
consent-gate-disclosure dl > div { display: grid; grid-template-columns: minmax(7em, 1fr) 4fr; gap: .25em 1.25em; padding: .65em 0; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent) }
consent-gate-disclosure dt { font-weight: 600 }
consent-gate-disclosure dd { margin: 0 }
:is(consent-gate-disclosure, consent-gate-policies) ul { margin: 0; padding: 0; list-style: none }
:is(consent-gate-disclosure, consent-gate-policies) li + li { margin-top: .75em }
:is(consent-gate-disclosure, consent-gate-policies) li p { margin: .25em 0 0 }
consent-gate-disclosure em { font-style: normal; font-size: .875em }
consent-gate-disclosure :is(.links, .contact) a { display: inline-block; padding: .4em 0; margin-inline-end: 1em }
@media (max-width: 34em) { consent-gate-disclosure dl > div { grid-template-columns: 1fr } }
`
