import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import type { SiteEnv } from '../siteEnv.js'

// The same from `src` (tests) and from `build`: both lie one level below the package.
const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))

const underAssets = (path: string) => path.replace(/^\/assets\//, '/')

/** Style sheet and pictures from `public`, the pages' own scripts as `tsc` left them. */
export function assetRoutes(): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>()
  routes.use(etag())
  routes.use(async (c, next) => {
    c.header('Cache-Control', 'no-cache')
    await next()
  })
  routes.get(
    '/:file{[a-zA-Z]+\\.js}',
    serveStatic({ root: folder('build/client'), rewriteRequestPath: underAssets }),
  )
  routes.get(
    '/:file{[a-z]+\\.(css|svg)}',
    serveStatic({ root: folder('public'), rewriteRequestPath: underAssets }),
  )
  return routes
}
