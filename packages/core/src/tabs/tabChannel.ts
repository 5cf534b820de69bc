export interface TabChannel {
  /** Tells other tabs of this origin that the record changed. The message carries no state. */
  announce(): void
  close(): void
}

/**
 * A BroadcastChannel that is closed while the page is in the back/forward cache: an open one that receives a
 * message evicts the page. https://web.dev/articles/bfcache
 */
export function tabChannel(win: Window & typeof globalThis, name: string, heard: () => void): TabChannel {
  let channel: BroadcastChannel | undefined
  const open = () => {
    if (!win.BroadcastChannel) return
    channel ??= new win.BroadcastChannel(name)
    channel.onmessage = heard
  }
  const shut = () => {
    channel?.close()
    channel = undefined
  }
  open()
  win.addEventListener('pagehide', shut)
  win.addEventListener('pageshow', open)
  return {
    announce: () => channel?.postMessage(0),
    close() {
      shut()
      win.removeEventListener('pagehide', shut)
      win.removeEventListener('pageshow', open)
    },
  }
}
