/**
 * Calls once, when the page has an element that matches: now, or as soon as one is inserted. Scripts that run
 * async start late, so what comes later counts from the first day. Returns the stop.
 */
export function whenPresent(doc: Document, selector: string, found: () => void): () => void {
  if (doc.querySelector(selector)) {
    found()
    return () => {}
  }
  const Observer = (doc.defaultView as (Window & typeof globalThis) | null)?.MutationObserver
  if (!Observer) return () => {}
  const observer = new Observer((mutations) => {
    const matches = mutations.some(({ addedNodes }) =>
      Array.from(addedNodes).some(
        (node) =>
          node.nodeType === 1 &&
          ((node as Element).matches(selector) || (node as Element).querySelector(selector)),
      ),
    )
    if (!matches) return
    observer.disconnect()
    found()
  })
  observer.observe(doc.documentElement, { childList: true, subtree: true })
  return () => observer.disconnect()
}
