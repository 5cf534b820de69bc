import { gtagSource } from '@consent-gate/tests/gtag-double'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { parseHit } from '../parseHit.js'
import type { SiteEnv, SiteParts } from '../siteEnv.js'

const LARGEST_HIT = 64 * 1024

/** What stands in for Google: the double of gtag.js and a collect endpoint. Both note what reached them. */
export function googleRoutes({ wire, tag }: SiteParts): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>()
  if (tag.kind === 'google') return routes

  routes.get('/gtag/js', (c) => {
    const id = c.req.query('id') ?? ''
    if (id !== tag.measurementId) return c.text(`id must be ${tag.measurementId}.`, 400)
    wire.add({
      kind: 'script',
      measurementId: id,
      method: 'GET',
      events: [],
      clientId: '',
      consent: '',
      page: c.req.header('referer') ?? '',
    })
    c.header('Cache-Control', 'no-store')
    return c.body(gtagSource({ measurementId: id }), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
    })
  })

  const tooLarge = bodyLimit({
    maxSize: LARGEST_HIT,
    onError: (c) => c.text(`A hit has at most ${LARGEST_HIT} bytes.`, 413),
  })
  routes.on(['GET', 'POST'], '/g/collect', tooLarge, async (c) => {
    const hit = parseHit(c.req.method, new URL(c.req.url).searchParams, await c.req.text())
    if (!hit) return c.text('A hit needs v=2 and tid=G-….', 400)
    if (hit.measurementId !== tag.measurementId) return c.text(`tid must be ${tag.measurementId}.`, 400)
    wire.add(hit)
    return c.body(null, 204)
  })
  return routes
}
