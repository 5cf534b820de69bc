/**
 * The switch, alike in the dialog and inside a page. `:is(#…)` lends the page's pieces an id's weight. Whoever comes last
 * adopts this again, over what others said of the switch: so all that is said of it is here.
 */
export const switchStyles = `
:is(#consent-gate, consent-gate-toggle, consent-gate-disclosure) button[role=switch] {
  all: unset;
  box-sizing: border-box;
  flex: none;
  display: inline-grid;
  place-items: center;
  width: 3.5em;
  min-width: 44px;
  height: 44px;
  border-radius: 9em;
  cursor: pointer;
  font-size: 16px;
}
:is(#consent-gate, consent-gate-toggle, consent-gate-disclosure) button[role=switch] > span {
  box-sizing: border-box;
  display: block;
  width: 3em;
  height: 1.75em;
  padding: .1875em;
  border: 2px solid currentColor;
  border-radius: 9em;
  background: transparent;
}
:is(#consent-gate, consent-gate-toggle, consent-gate-disclosure) button[role=switch] > span::before {
  content: "";
  display: block;
  width: 1.125em;
  height: 1.125em;
  border-radius: 9em;
  background: currentColor;
}
:is(#consent-gate, consent-gate-toggle, consent-gate-disclosure) button[role=switch][aria-checked=true] > span {
  background: var(--consent-gate-accent, #1d4fbf);
}
:is(#consent-gate, consent-gate-toggle, consent-gate-disclosure) button[role=switch][aria-checked=true] > span::before {
  margin-inline-start: auto;
  background: #fff;
}
:is(#consent-gate, consent-gate-toggle, consent-gate-disclosure) button[role=switch]:focus-visible {
  outline: 3px solid currentColor;
  outline-offset: 1px;
}
:is(#consent-gate, consent-gate-toggle, consent-gate-disclosure) button[role=switch]:disabled { opacity: .5; cursor: not-allowed }
@media (forced-colors: active) {
  :is(#consent-gate, consent-gate-toggle, consent-gate-disclosure) button[role=switch] > span::before { background: ButtonText; forced-color-adjust: none }
  :is(#consent-gate, consent-gate-toggle, consent-gate-disclosure) button[role=switch][aria-checked=true] > span { background: Highlight; forced-color-adjust: none }
  :is(#consent-gate, consent-gate-toggle, consent-gate-disclosure) button[role=switch][aria-checked=true] > span::before { background: HighlightText }
}
@media print { :is(#consent-gate, consent-gate-toggle, consent-gate-disclosure) button[role=switch] { display: none } }
`
