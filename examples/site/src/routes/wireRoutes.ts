import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { streamSSE } from 'hono/streaming'
import type { SiteEnv, SiteParts } from '../siteEnv.js'

/** The live view: what reached the collect endpoint so far, then each request as it arrives. */
export function wireRoutes({ wire }: SiteParts): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>()

  routes.get('/stream', (c) =>
    streamSSE(c, async (stream) => {
      const unsubscribe = wire.subscribe((entry) => {
        void stream.writeSSE({ event: 'entry', data: JSON.stringify(entry) })
      })
      await stream.writeSSE({ event: 'entries', data: JSON.stringify(wire.entries()) })
      await new Promise<void>((resolve) => stream.onAbort(resolve))
      unsubscribe()
    }),
  )

  // Names only. What the page cannot read among them is HttpOnly.
  routes.get('/cookies', (c) => {
    c.header('Cache-Control', 'no-store')
    return c.json(Object.keys(getCookie(c)))
  })
  return routes
}
