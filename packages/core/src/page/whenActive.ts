/** Runs now, or at activation where the page is being prerendered: nothing may leave a page nobody has seen. */
export function whenActive(doc: Document, start: () => void): void {
  const { prerendering } = doc as Document & { prerendering?: boolean }
  if (prerendering) doc.addEventListener('prerenderingchange', start, { once: true })
  else start()
}
