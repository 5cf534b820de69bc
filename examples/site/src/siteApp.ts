import { receiptExports, receiptRoutes } from '@consent-gate/receipt-store'
import { Hono } from 'hono'
import { trimTrailingSlash } from 'hono/trailing-slash'
import { assetRoutes } from './routes/assetRoutes.js'
import { gateRoutes } from './routes/gateRoutes.js'
import { googleRoutes } from './routes/googleRoutes.js'
import { pageRoutes } from './routes/pageRoutes.js'
import { sessionRoutes } from './routes/sessionRoutes.js'
import { wireRoutes } from './routes/wireRoutes.js'
import { securityHeaders } from './securityHeaders.js'
import { readSessionCookie } from './sessionCookie.js'
import type { SiteEnv, SiteParts } from './siteEnv.js'

/** The site as a function from request to response. */
export function siteApp(parts: SiteParts): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>()
  app.use(trimTrailingSlash())
  app.route('/gate', gateRoutes())
  app.route('/assets', assetRoutes())
  app.route('/', googleRoutes(parts))
  app.route('/wire', wireRoutes(parts))
  app.route('/', receiptRoutes(parts.receipts))
  // Open to everybody, as the page of the receipts says. On a real site these come behind a log-in of the operators.
  app.route('/', receiptExports(parts.receipts))

  app.use(securityHeaders(parts.tag))
  app.use(async (c, next) => {
    c.set('session', parts.sessions.find(readSessionCookie(c)))
    await next()
  })
  app.route('/', sessionRoutes(parts))
  app.route('/en', pageRoutes('en', parts))
  app.route('/', pageRoutes('ko', parts))
  return app
}
