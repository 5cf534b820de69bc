/** The dialog, on the palette of the root. */
export const preferencesStyles = `
#consent-gate p + :is(p, div) { margin-top: .5em }
#consent-gate dialog[open] {
  display: flex;
  flex-direction: column;
  width: min(44em, 100% - 1.5em);
  max-width: none;
  max-height: min(46em, 100% - 1.5em);
  margin: auto;
  padding: 0;
  overflow: auto;
  color: var(--_text);
  background: var(--_background);
  border: 1px solid var(--_border);
  border-radius: calc(var(--consent-gate-radius, .875em) * 1.2);
  box-shadow: 0 24px 80px #0a102252;
}
#consent-gate dialog::backdrop { background: #0c101c8c }
#consent-gate dialog [role=status]:not(:empty) { padding: .5em .75em; background: var(--_tint); border-inline-start: 3px solid var(--_link); border-radius: .25em }
#consent-gate [role=status] p { color: var(--_text) }
#consent-gate .top, #consent-gate .foot { display: flex; align-items: center; gap: .5em; padding: .9em 1.5em }
#consent-gate .top { border-bottom: 1px solid var(--_border) }
#consent-gate .foot { flex-wrap: wrap; align-items: stretch; border-top: 1px solid var(--_border) }
#consent-gate .top h2 { flex: 1; margin: 0; font-size: 1.25em }
#consent-gate .top h2:focus-visible { outline: 0 }
#consent-gate .foot > button { flex: 1 1 6.5em; padding-inline: .5em }
#consent-gate .foot > [data-role=save] { flex-grow: 1.4 }
#consent-gate .foot > [role=status] { flex: 1 0 100%; max-height: 9em; overflow: auto }
#consent-gate .foot > [role=status]:empty { position: absolute }
#consent-gate .x { flex: none; min-width: 44px; min-height: 44px; padding: 0; font-size: 1.4em; font-weight: 400; line-height: 1; color: var(--_text); background: var(--_tint) }
#consent-gate .body { flex: auto; min-height: 9em; padding: 1.1em 1.5em 1.5em; overflow: auto; overscroll-behavior: contain }
#consent-gate .body:focus-visible { outline-offset: -3px }
#consent-gate .row { margin-top: 1em; padding: 1em 1.15em .35em; border: 1px solid var(--_border); border-radius: var(--consent-gate-radius, .875em) }
#consent-gate .head { display: flex; flex-wrap: wrap; align-items: center; gap: .25em .75em }
#consent-gate :is(.head > div, h3) { flex: 1 1 8.5em }
#consent-gate :is(.head, .service) button { color: var(--_muted) }
#consent-gate h3 { margin: 0 0 .2em; font-size: 1em }
#consent-gate .state { font-size: .875em; font-weight: 600; color: var(--_muted); white-space: nowrap }
#consent-gate .service { display: flex; flex-wrap: wrap; align-items: start; gap: 0 .75em }
#consent-gate .service > p { flex: 1 0 100%; padding-bottom: .5em }
#consent-gate .service > details { flex: 1 }
#consent-gate details { margin-top: .25em; font-size: .9375em }
#consent-gate .body > details { margin-top: 1em; padding: .1em 1.15em; border: 1px solid var(--_border); border-radius: var(--consent-gate-radius, .875em) }
#consent-gate summary { padding: .65em 0; min-height: 44px; color: var(--_link); font-weight: 500; cursor: pointer }
#consent-gate details[open] { padding-bottom: .75em }
#consent-gate dl { margin: .5em 0 }
#consent-gate dl > div { display: grid; grid-template-columns: 8.5em 1fr; gap: .25em 1em; padding: .55em 0; border-top: 1px solid var(--_border) }
#consent-gate dt { color: var(--_muted) }
#consent-gate dd { margin: 0 }
#consent-gate ul { margin: 0; padding: 0; list-style: none }
#consent-gate li + li { margin-top: .6em }
#consent-gate code { padding: .1em .4em; font: .92em ui-monospace, monospace; background: var(--_tint); border-radius: .3em }
#consent-gate em { font-style: normal; font-size: .875em; color: var(--_muted) }
#consent-gate [data-presence=present] { color: var(--_text); font-weight: 600 }
#consent-gate :is(.links, .contact) a { display: inline-block; padding: .5em 0; margin-inline-end: 1em }
#consent-gate .contact { margin-top: 1em }
@media (max-width: 34em) {
  #consent-gate .top, #consent-gate .foot { padding: .75em 1em }
  #consent-gate .body { padding: .9em 1em 1em }
  #consent-gate dl > div { grid-template-columns: 1fr }
  #consent-gate .head > div { display: contents }
  #consent-gate .head p { flex-basis: 100%; order: 1 }
  #consent-gate .state { display: none }
  #consent-gate .head > .state:last-child { display: block }
}
@keyframes consent-gate { from { opacity: 0; translate: 0 .75em } }
@media (prefers-reduced-motion: no-preference) {
  #consent-gate dialog[open] { animation: consent-gate .24s cubic-bezier(.2, .7, .3, 1) }
  #consent-gate button[role=switch] > span, #consent-gate button[role=switch] > span::before { transition: background .15s, margin .15s }
}
`
