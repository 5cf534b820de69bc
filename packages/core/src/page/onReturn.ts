import { listen } from './listen.js'

/**
 * Calls whenever the page may have missed a choice: back from history or from sleep, shown again, or told of
 * a cookie by the Cookie Store. https://cookiestore.spec.whatwg.org
 */
export function onReturn(win: Window, act: () => void): () => void {
  const { cookieStore } = win as Window & { cookieStore?: EventTarget }
  const stops = [
    listen(win, 'pageshow', act),
    listen(win.document, 'visibilitychange resume', act),
    listen(cookieStore, 'change', act),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
