/**
 * Adopts a sheet made by the page's own window: no `<style>`, so a strict `style-src` needs no nonce.
 * Returns what takes it away; `replace` writes it anew.
 */
export function adoptStyles(
  win: Window & typeof globalThis,
  css: string,
): { replace(css: string): void; remove(): void } {
  const { document: doc } = win
  const sheet = new win.CSSStyleSheet()
  const replace = (text: string) => sheet.replaceSync(text)
  replace(css)
  doc.adoptedStyleSheets = [...doc.adoptedStyleSheets, sheet]
  return {
    replace,
    remove() {
      doc.adoptedStyleSheets = doc.adoptedStyleSheets.filter((other) => other !== sheet)
    },
  }
}
