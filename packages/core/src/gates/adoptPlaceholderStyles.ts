/**
 * A button that a finger meets (WCAG 2.5.8), in the page's own type; a long name breaks instead of widening a narrow
 * page (WCAG 1.4.10). Without weight, so a site's own rules win; a sheet of the page's own window, so a strict
 * `style-src` needs no nonce. Returns what takes it away.
 */
export function adoptPlaceholderStyles({
  document: doc,
  CSSStyleSheet,
}: Window & typeof globalThis): () => void {
  if (!doc.adoptedStyleSheets) return () => {}
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    ':where([data-consent-gate-placeholder]) { overflow-wrap: anywhere }' +
      ':where([data-consent-gate-placeholder] > button) { min-height: 44px; padding: .5em 1em; font: inherit; cursor: pointer }' +
      // A site's layout of frames, and of what stands for them, shows nothing that is held.
      '[data-consent-gate-placeholder][hidden], [data-consent-gate-placeholder] + iframe[hidden] { display: none !important }',
  )
  doc.adoptedStyleSheets = [...doc.adoptedStyleSheets, sheet]
  return () => {
    doc.adoptedStyleSheets = doc.adoptedStyleSheets.filter((other) => other !== sheet)
  }
}
