/** Inline pieces take the page's own typography and colours. */
export const elementStyles = `
consent-gate-toggle { display: inline-block; max-width: 100% }
consent-gate-disclosure, consent-gate-policies { display: block }
:is(#consent-gate, consent-gate-toggle, consent-gate-disclosure) .line { display: inline-flex; align-items: center; gap: .75em; max-width: 100% }
:is(#consent-gate, consent-gate-toggle, consent-gate-disclosure) .words { display: block; min-width: 0; overflow-wrap: anywhere }
:is(#consent-gate, consent-gate-toggle, consent-gate-disclosure) .words > * { display: block }
:is(#consent-gate, consent-gate-toggle, consent-gate-disclosure) .words > [role=status] { font-size: .9375em }
:is(consent-gate-toggle, consent-gate-disclosure, consent-gate-policies):lang(ko) { word-break: keep-all }
`
