let leaving = false
window.addEventListener('pagehide', (event) => {
  leaving = event.isTrusted
})
window.addEventListener('pageshow', () => {
  leaving = false
})

const pixel = (url: string) => {
  new Image(1, 1).src = url
}

function beacon(url: string, body: string | undefined): boolean {
  try {
    return navigator.sendBeacon(url, body)
  } catch {
    return false
  }
}

/** A guard that fails instead of answering leads here: a hit without a body still leaves, as an image. */
function fallBack(url: string, body: string | undefined): void {
  if (!beacon(url, body) && body === undefined) pixel(url)
}

/** `fetch` and `sendBeacon` are looked up at each call, so what a page puts in their place is used. */
export function send(url: string, body: string | undefined): void {
  const failed = () => fallBack(url, body)
  try {
    const sent: Promise<Response> | undefined = window.fetch(url, {
      method: 'POST',
      mode: 'no-cors',
      keepalive: true,
      credentials: 'include',
      ...(body === undefined ? {} : { body }),
    })
    if (!sent) throw new TypeError('fetch gave nothing')
    // An opaque response, which is what no-cors gives, has status 0.
    sent.then(
      (response) => {
        if (!response.ok && response.status !== 0) failed()
      },
      () => {
        // Chromium rejects what is in flight when a page goes away, and sends it all the same (keepalive).
        if (!leaving) failed()
      },
    )
  } catch {
    failed()
  }
}

/** While the page is going away. */
export function sendOnUnload(url: string, body: string | undefined): void {
  if (!beacon(url, body)) send(url, body)
}
