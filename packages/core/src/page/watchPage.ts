/** A look goes through the whole page: a thousand changes in a row are one reason to look, and none of them is heard. */
const SOON = 50

/**
 * Looks at the page now and soon after something is inserted or removed, until `look` says that it has seen enough.
 * Scripts that run async start late, so what comes later counts from the first day. Returns the stop.
 */
export function watchPage(win: Window & typeof globalThis, look: () => unknown): () => void {
  let timer = 0
  const stop = () => {
    observer.disconnect()
    win.clearTimeout(timer)
  }
  const check = () => {
    observer.observe(win.document, { childList: true, subtree: true })
    if (look()) stop()
  }
  const observer = new win.MutationObserver(() => {
    observer.disconnect()
    timer = win.setTimeout(check, SOON)
  })
  check()
  return stop
}
