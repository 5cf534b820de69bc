/**
 * The way back: small, quiet, below whatever the page puts on top. `:not(#_)` gives it the weight of an id.
 * At the end of a page the last of it can be scrolled from under a bar; a margin would not count in a shorter body.
 */
export const reopenStyles = `
[data-role=reopen]:not(#_) {
  all: initial;
  position: fixed;
  z-index: 99;
  min-height: 44px;
  box-sizing: border-box;
  padding: .5em 1em;
  font: 500 small/1.3 var(--consent-gate-font, system-ui, -apple-system, "Segoe UI", "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", sans-serif);
  color: var(--consent-gate-text, #2c3344);
  background: var(--consent-gate-background, #fff);
  border: 1px solid var(--consent-gate-border, #c9cfdb);
  border-radius: var(--consent-gate-radius, 999px);
  box-shadow: 0 1px 4px rgb(10 16 34/.12);
  cursor: pointer;
}
[data-role=reopen][data-corner|=bottom]:not(#_) { bottom: .75rem }
[data-role=reopen][data-corner|=top]:not(#_) { top: .75rem }
[data-role=reopen][data-corner$=start]:not(#_) { inset-inline-start: .75rem }
[data-role=reopen][data-corner$=end]:not(#_) { inset-inline-end: .75rem }
[data-role=reopen][data-corner=end]:not(#_) { position: relative; inset: auto; display: block; width: fit-content; margin: 1em }
[data-role=reopen][data-corner=end]:not(#_)::after { content: ''; position: absolute; top: 100%; width: 1px; height: 8em }
[data-role=reopen][data-corner=none]:not(#_) { bottom: .75rem; inset-inline-start: .75rem; opacity: .9 }
[data-role=reopen]:not(#_):focus-visible { outline: 3px solid var(--consent-gate-link, #1d4fbf); outline-offset: 2px }
@media (prefers-color-scheme: dark) {
  [data-role=reopen]:not(#_):not([data-theme=light]) { DARK }
}
[data-role=reopen][data-theme=dark]:not(#_) { DARK }
@media print { [data-role=reopen]:not(#_) { display: none } }
`.replace(
  /DARK/g,
  `
  color: var(--consent-gate-text, #e4e8f2);
  background: var(--consent-gate-background, #1e222c);
  border-color: var(--consent-gate-border, #424959);
`,
)
