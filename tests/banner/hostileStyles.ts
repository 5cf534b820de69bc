import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const fromNpm = (path: string) => readFileSync(require.resolve(path), 'utf8')

/** Stylesheets that pages have: real frameworks, and rules that mean no good. None of them says `!important` of us. */
export const hostileStyles: Readonly<Record<string, string>> = {
  bootstrap: fromNpm('bootstrap/dist/css/bootstrap.css'),
  bulma: fromNpm('bulma/css/bulma.css'),
  'tailwind preflight': fromNpm('tailwindcss/preflight.css'),
  pico: fromNpm('@picocss/pico/css/pico.css'),
  'modern-normalize': fromNpm('modern-normalize/modern-normalize.css'),
  'a big reset': `
    html, body, div, span, h1, h2, h3, p, a, em, strong, dl, dt, dd, ul, li, details, section, button, dialog, code {
      margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; line-height: 1 }
    ol, ul { list-style: none } button { appearance: none; background: none; color: inherit }
    * { box-sizing: content-box }`,
  'rules for everything': `
    * { color: red; background: yellow; margin: 20px; padding: 9px; border: 3px dashed green; letter-spacing: .3em;
        text-transform: uppercase; transform: rotate(1deg); font-family: monospace; opacity: .4; float: left; z-index: 1;
        animation: spin 3s infinite; visibility: hidden; width: 77px; line-height: 3 }
    *::before { content: "x" } *::after { content: "y" }`,
  'rules for elements': `
    button { position: absolute; width: 100%; height: 300px; border-radius: 0; background: hotpink; font-size: 40px; display: none }
    dialog { display: block; width: 100px; max-width: 100px; inset: auto; border: 10px solid red; overflow: visible }
    div { display: none } div > * { position: static; display: inline } section { columns: 3 } h2 { font-size: 80px; text-shadow: 2px 2px red }
    p { text-indent: 5em; max-width: 10ch } a { color: white; background: black; pointer-events: none } [role=switch] { transform: scale(3) }
    [popover] { top: 0; left: 0; width: 10px; height: 10px; overflow: hidden } ::backdrop { background: red }
    details { display: none } [role=status] { display: none } ul { columns: 4 } code { font-size: 40px }`,
  'classes that ours share': `
    .card, .row, .body, .actions, .say, .head, .state, .service, .answer, .quiet, .links, .x, .line, .words {
      display: none; color: red; background: blue; width: 10px; flex: 0 0 100%; column-count: 2; padding: 50px }
    .row > * { width: 100%; max-width: 100% } .card > * { margin: 30px }`,
}
