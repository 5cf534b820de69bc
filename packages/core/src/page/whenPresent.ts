/**
 * Calls once, when the page has an element that matches: now, or as soon as one is inserted. Scripts that run
 * async start late, so what comes later counts from the first day. Returns the stop.
 */
export function whenPresent(
  win: Window & typeof globalThis,
  selector: string,
  found: () => void,
): () => void {
  const { document: doc } = win
  const observer = new win.MutationObserver((mutations) => {
    const inserted = mutations.flatMap(({ addedNodes }) => [...addedNodes])
    look(inserted.some((node) => node.parentElement?.querySelector(selector)))
  })
  const look = (there: unknown) => {
    if (!there) return
    observer.disconnect()
    found()
  }
  observer.observe(doc, { childList: true, subtree: true })
  look(doc.querySelector(selector))
  return () => observer.disconnect()
}
