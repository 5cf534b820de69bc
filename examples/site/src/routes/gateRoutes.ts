import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { gateFolder } from '../gateFolder.js'
import type { SiteEnv } from '../siteEnv.js'

/** `gate.js` and its chunks, straight from the published package. */
export function gateRoutes(): Hono<SiteEnv> {
  const folder = gateFolder()
  const routes = new Hono<SiteEnv>()
  if (folder === null) {
    return routes.get('*', (c) => c.text('consent-gate is not built yet: run "npm run build".', 503))
  }
  routes.use(etag())
  routes.get('/:file{gate(-[a-z-]+)?\\.js}', async (c, next) => {
    c.header('Cache-Control', 'no-cache')
    return serveStatic<SiteEnv>({ path: join(folder, c.req.param('file')) })(c, next)
  })
  return routes
}
