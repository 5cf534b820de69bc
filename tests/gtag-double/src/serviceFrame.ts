const frames = new Set<string>()

/** A server container brings a frame that may install a service worker, out of the page's reach. */
export function loadServiceFrame(server: string): void {
  if (frames.has(server)) return
  frames.add(server)
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.src = `${server.replace(/\/$/, '')}/_/service_worker/double/sw_iframe.html?origin=${encodeURIComponent(location.origin)}`
  document.documentElement.append(frame)
}
