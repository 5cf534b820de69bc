import { listen } from '../page/listen.js'

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
    channel ??= win.BroadcastChannel && new win.BroadcastChannel(name)
    if (channel) channel.onmessage = heard
  }
  const shut = () => {
    channel?.close()
    channel = undefined
  }
  const stops = [listen(win, 'pagehide', shut), listen(win, 'pageshow', open), shut]
  open()
  return {
    announce: () => channel?.postMessage(0),
    close() {
      for (const stop of stops) stop()
    },
  }
}
