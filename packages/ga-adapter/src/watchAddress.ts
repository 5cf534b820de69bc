const POLL_MS = 500

/**
 * Calls when the page's address has changed without a load, in the same task where the browser tells; elsewhere
 * within half a second. History is not patched. Returns the stop. https://html.spec.whatwg.org/#navigation-interface
 */
export function watchAddress(win: Window, changed: (previous: string) => void): () => void {
  const { navigation } = win as Window & { navigation?: EventTarget & { currentEntry?: unknown } }
  let last = win.location.href
  const look = () => {
    const previous = last
    last = win.location.href
    if (last !== previous) changed(previous)
  }
  const timer = navigation?.currentEntry ? 0 : win.setInterval(look, POLL_MS)
  navigation?.addEventListener('currententrychange', look)
  return () => {
    win.clearInterval(timer)
    navigation?.removeEventListener('currententrychange', look)
  }
}
