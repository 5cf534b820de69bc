/**
 * An init script that stamps what really leaves a page: in place of the native `fetch` and `sendBeacon`, before
 * anything runs, so that the guard comes on top of it. A hit gets the moment it was sent and what its page thought
 * of consent then. `changeAnswer(granted)` answers, and gives a moment that is later than anything sent before.
 */
export const stampSends = `{
  window.sends = []
  const stamp = (to) => {
    const url = new URL(to, document.baseURI)
    if (!url.pathname.endsWith('/collect')) return to
    const time = Date.now()
    window.sends.push({ time, url: url.search })
    url.searchParams.append('sent', time)
    url.searchParams.append('allowed', window.ConsentGate?.allows?.('google-analytics') === true)
    return url.href
  }
  const { fetch } = window
  const { sendBeacon } = Navigator.prototype
  window.fetch = function (to, ...rest) { return fetch.call(this, typeof to === 'string' ? stamp(to) : to, ...rest) }
  Navigator.prototype.sendBeacon = function (to, ...rest) { return sendBeacon.call(this, stamp(to), ...rest) }

  window.changeAnswer = (granted) => {
    const last = Date.now()
    while (Date.now() === last);
    const at = Date.now()
    const { ok } = granted ? ConsentGate.acceptAll() : ConsentGate.withdraw()
    if (!ok) throw new Error('not stored')
    return at
  }
  window.restored = false
  addEventListener('pageshow', (event) => {
    window.restored = event.persisted
    window.started = true
  })
  addEventListener('pagehide', () => { window.started = false })
}`
