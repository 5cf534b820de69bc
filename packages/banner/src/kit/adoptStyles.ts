/**
 * Adopts a sheet made by the page's own window: no `<style>`, so a strict `style-src` needs no nonce.
 * Returns what takes it away.
 */
export function adoptStyles(win: Window & typeof globalThis, css: string): () => void {
  const { document: doc } = win
  const sheet = new win.CSSStyleSheet()
  sheet.replaceSync(css)
  doc.adoptedStyleSheets = [...doc.adoptedStyleSheets, sheet]
  return () => {
    doc.adoptedStyleSheets = doc.adoptedStyleSheets.filter((other) => other !== sheet)
  }
}
