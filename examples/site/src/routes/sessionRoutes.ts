import { Hono } from 'hono'
import { localPath } from '../lang.js'
import { ownForm } from '../ownForm.js'
import { parseName } from '../parseName.js'
import { readForm } from '../readForm.js'
import { clearSessionCookie, readSessionCookie } from '../sessionCookie.js'
import type { SiteEnv, SiteParts } from '../siteEnv.js'

/** What scripts call: a token for the script-managed cookie, and the log-out of both kinds. */
export function sessionRoutes({ sessions }: SiteParts): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>()
  routes.use('/login/token', ownForm)
  routes.use('/logout', ownForm)

  routes.post('/login/token', async (c) => {
    const name = parseName((await readForm(c)).name)
    if (name === null) return c.json({ error: 'name must have 1 to 40 characters' }, 400)
    sessions.end(readSessionCookie(c))
    // A script cannot replace an HttpOnly cookie of the same name.
    clearSessionCookie(c)
    c.header('Cache-Control', 'no-store')
    return c.json({ token: sessions.start(name, 'script') })
  })

  routes.post('/logout', async (c) => {
    const { next } = await readForm(c)
    sessions.end(readSessionCookie(c))
    clearSessionCookie(c)
    // A form is shown the home page; a script's POST wants a plain yes.
    return next === undefined
      ? c.body(null, 204)
      : c.redirect(localPath(next === 'en' ? 'en' : 'ko', '/'), 303)
  })
  return routes
}
