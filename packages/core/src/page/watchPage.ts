/**
 * Looks at the page now and whenever something is inserted or removed, until `look` says that it has seen enough.
 * Scripts that run async start late, so what comes later counts from the first day. Returns the stop.
 */
export function watchPage(win: Window & typeof globalThis, look: () => unknown): () => void {
  const stop = () => observer.disconnect()
  const check = () => {
    if (look()) stop()
  }
  const observer = new win.MutationObserver(check)
  observer.observe(win.document, { childList: true, subtree: true })
  check()
  return stop
}
