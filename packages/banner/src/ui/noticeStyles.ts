/** The site's own `--consent-gate-*` colours, or ours where it sets none, under names that no page's own rules set. */
const palette = (colours: string) => colours.replace(/(\S+) (\w+) ?/g, '--_$1:var(--consent-gate-$1,#$2);')

const light = palette(
  'background fff text 171b26 muted 50586a border dde1e9 tint f3f5f9 link 1d4fbf button 1d2a4a button-text fff',
)
const dark = palette(
  'background 171a22 text eef0f6 muted b4bac8 border 353b4a tint 232834 link 9dbcff button dfe6f7 button-text 131826',
)

/**
 * The root's isolation, the palette and the notice. Sizes are in em of the visitor's own text size. What is not
 * needed for the question comes with the chunk that needs it.
 */
export const noticeStyles = `
#consent-gate {
  all: initial;
  display: none;
  position: fixed;
  z-index: 2147483647;
  width: fit-content;
  height: fit-content;
  inset: 0;
  max-height: calc(100% - 3.5em);
  margin: auto auto 0;
  font: var(--consent-gate-font-size, medium)/1.6 var(--consent-gate-font, system-ui, sans-serif);
  color: var(--_text);
  color-scheme: light;
  overflow-wrap: anywhere;
  ${light}
}
#consent-gate:is(:popover-open, :not([popover])) { display: flex }
#consent-gate:lang(ko) { word-break: keep-all }
#consent-gate[data-position=center] { margin: auto }
#consent-gate[data-position=start] { margin-inline-start: 0 }
#consent-gate[data-position=end] { margin-inline-end: 0 }
#consent-gate[data-position=top] { margin-block: 0 auto }
#consent-gate *, #consent-gate ::before, #consent-gate ::after, #consent-gate::before, #consent-gate::after { all: revert; box-sizing: border-box }
#consent-gate .card {
  display: flex;
  flex-flow: wrap;
  align-items: center;
  gap: 1em 2.5em;
  max-width: 66em;
  margin: .75em;
  padding: var(--consent-gate-spacing, 1.25em 1.5em);
  overflow: auto;
  background: var(--_background);
  border: 1px solid var(--_border);
  border-radius: var(--consent-gate-radius, .875em);
  box-shadow: 0 12px 40px #0a102233;
}
#consent-gate:is([data-position=start], [data-position=end], [data-position=center]) .card { max-width: 27em }
#consent-gate .card:empty { display: none }
#consent-gate .say { flex: 3 1 22em }
#consent-gate h2 { margin: 0 0 .4em; font-size: 1.05em }
#consent-gate p { margin: 0; color: var(--_muted); font-size: .9375em }
#consent-gate a { color: var(--_link); text-underline-offset: .2em }
#consent-gate .actions { display: grid; grid: auto / 1fr 1fr; gap: .5em; flex: 1 1 17em }
#consent-gate button {
  min-height: 46px;
  padding: .5em 1em;
  font: inherit;
  font-size: .9375em;
  font-weight: 600;
  line-height: 1.3;
  color: var(--_button-text);
  background: var(--_button);
  border: 1px solid #0000;
  border-radius: calc(var(--consent-gate-radius, .875em) * .7);
  cursor: pointer;
}
#consent-gate button:hover { box-shadow: inset 0 0 0 9em #808caa33 }
#consent-gate .quiet { color: var(--_text); background: var(--_tint); border-color: var(--_border) }
#consent-gate .actions .quiet { grid-column: 1/-1 }
#consent-gate :focus-visible { outline: 3px solid var(--_link); outline-offset: 2px }
html:has(>#consent-gate:not([data-position=top])) { scroll-padding-bottom: min(30em, 100dvh - 4em) }
html:has(>#consent-gate[data-position=top]) { scroll-padding-top: min(30em, 100dvh - 4em) }
@media (prefers-color-scheme: dark) {
  #consent-gate:not([data-theme=light]) { color-scheme: dark; ${dark} }
}
#consent-gate[data-theme=dark] { color-scheme: dark; ${dark} }
@media print { #consent-gate { display: none!important } }
`
