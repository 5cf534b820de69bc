import { listen } from '../page/listen.js'

export interface TabChannel {
  /** Tells other tabs of this origin that the record changed. The message carries no state. */
  announce(): void
  close(): void
}

/**
 * Calls `missed` whenever the page may have missed a choice: told by another tab, back from history or from sleep,
 * shown again, or told of a cookie by the Cookie Store. https://cookiestore.spec.whatwg.org
 *
 * The BroadcastChannel is closed while the page is in the back/forward cache: an open one that receives a message
 * evicts the page. https://web.dev/articles/bfcache
 */
export function tabChannel(win: Window & typeof globalThis, name: string, missed: () => void): TabChannel {
  const { cookieStore } = win as Window & { cookieStore?: EventTarget }
  let channel: BroadcastChannel | undefined
  const open = () => {
    try {
      channel ??= new win.BroadcastChannel(name)
      channel.onmessage = missed
    } catch {
      // Firefox refuses it together with cookies; a server has none.
    }
  }
  const shut = () => {
    channel?.close()
    channel = undefined
  }
  const stops = [
    listen(win, 'pagehide', shut),
    listen(win, 'pageshow', () => {
      open()
      missed()
    }),
    listen(win.document, 'visibilitychange resume', missed),
    listen(cookieStore, 'change', missed),
    shut,
  ]
  open()
  return {
    announce: () => channel?.postMessage(0),
    close() {
      for (const stop of stops) stop()
    },
  }
}
