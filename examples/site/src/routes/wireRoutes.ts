import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { streamSSE } from 'hono/streaming'
import type { SiteEnv, SiteParts } from '../siteEnv.js'

/** The live view: what reached the collect endpoint so far, then each request as it arrives. */
export function wireRoutes({ wire }: SiteParts): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>()

  routes.get('/stream', (c) => {
    // Nobody reads the stream of an answer without a body, nor says when to end it.
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' })
    return streamSSE(c, async (stream) => {
      let wake = () => {}
      const unsubscribe = wire.subscribe(() => wake())
      stream.onAbort(() => wake())
      const known = wire.entries()
      await stream.writeSSE({ event: 'entries', data: JSON.stringify(known) })
      // One entry is on its way at a time: what a slow viewer has not read yet waits in the log, which is bounded.
      let last = known.at(-1)?.number ?? 0
      while (!stream.aborted) {
        const next = wire.entries().find(({ number }) => number > last)
        if (next) {
          last = next.number
          await stream.writeSSE({ event: 'entry', data: JSON.stringify(next) })
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
      }
      unsubscribe()
    })
  })

  // Names only. What the page cannot read among them is HttpOnly.
  routes.get('/cookies', (c) => {
    c.header('Cache-Control', 'no-store')
    return c.json(Object.keys(getCookie(c)))
  })
  return routes
}
