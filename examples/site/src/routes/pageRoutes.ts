import { Hono } from 'hono'
import { ARTICLES } from '../articles.js'
import { consentConfig } from '../consentConfig.js'
import { type Lang, localPath } from '../lang.js'
import { ownForm } from '../ownForm.js'
import { article } from '../pages/article.js'
import { film } from '../pages/film.js'
import { home } from '../pages/home.js'
import { layout, type Page } from '../pages/layout.js'
import { login } from '../pages/login.js'
import { me } from '../pages/me.js'
import { news } from '../pages/news.js'
import { notFound } from '../pages/notFound.js'
import { receipts } from '../pages/receipts.js'
import { wire } from '../pages/wire.js'
import { parseName } from '../parseName.js'
import { FIRST_POLICY } from '../policyVersions.js'
import { privacy } from '../privacy/privacy.js'
import { readForm } from '../readForm.js'
import { readSessionCookie, writeSessionCookie } from '../sessionCookie.js'
import type { SessionMode } from '../sessions.js'
import type { SiteContext, SiteEnv, SiteParts } from '../siteEnv.js'

interface View {
  readonly status?: 400 | 404
  readonly mode?: SessionMode
  /** For what only some may see: the browser's way back must not show it after the log-out. */
  readonly cache?: 'no-store'
}

/** Every page in one language, under that language's prefix. */
export function pageRoutes(lang: Lang, parts: SiteParts): Hono<SiteEnv> {
  const { sessions, tag, idleMinutes } = parts
  const routes = new Hono<SiteEnv>()
  const nonceOf = (c: SiteContext) => c.get('secureHeadersNonce') ?? ''

  function show(c: SiteContext, page: Page, view: View = {}) {
    const session = c.get('session')
    const { origin, pathname } = new URL(c.req.url)
    const config = consentConfig({
      lang,
      tag,
      origin,
      idleMinutes,
      sessionMode: session?.mode ?? view.mode ?? 'server',
      signedIn: session !== null,
    })
    // One slash: an address that starts with two is another site's.
    const path = (lang === 'en' ? pathname.slice('/en'.length) : pathname).replace(/^\/*/, '/')
    const frame = { lang, path, nonce: nonceOf(c), tag, consentConfig: config, session }
    c.header('Cache-Control', view.cache ?? 'no-cache')
    return c.html(layout(frame, page), view.status ?? 200)
  }

  routes.get('/', (c) => show(c, home(lang)))
  routes.get('/news', (c) => show(c, news(lang)))
  routes.get('/news/:slug', (c) => {
    const found = ARTICLES.find(({ slug }) => slug === c.req.param('slug'))
    return found ? show(c, article(lang, found, nonceOf(c))) : show(c, notFound(lang), { status: 404 })
  })
  routes.get('/film', (c) => {
    c.header('Set-Cookie', 'film_volume=70; Path=/; Max-Age=2592000; SameSite=Lax')
    return c.html(film(lang))
  })
  routes.get('/wire', (c) => show(c, wire(lang, tag)))
  routes.get('/receipts', async (c) =>
    show(c, receipts(lang, await (await parts.receipts()).list()), { cache: 'no-store' }),
  )
  routes.get('/privacy', (c) => show(c, privacy(lang, 'current')))
  routes.get(`/privacy/${FIRST_POLICY.version}`, (c) => show(c, privacy(lang, 'first')))

  routes.get('/login', (c) => {
    const mode = c.req.query('mode') === 'script' ? 'script' : 'server'
    const wrong = c.req.query('cookies') === 'refused' ? 'cookies' : undefined
    return show(c, login(lang, { mode, wrong }), { mode })
  })
  routes.post('/login', ownForm, async (c) => {
    const field = (await readForm(c)).name
    const name = parseName(field)
    if (name === null) {
      const sent = typeof field === 'string' ? field : ''
      return show(c, login(lang, { mode: 'server', wrong: 'name', sent }), { status: 400 })
    }
    sessions.end(readSessionCookie(c))
    writeSessionCookie(c, sessions.start(name, 'server'))
    return c.redirect(localPath(lang, '/login/done'), 303)
  })
  // Only the next request tells whether the browser kept the cookie.
  routes.get('/login/done', (c) =>
    c.redirect(localPath(lang, c.get('session') ? '/me' : '/login?cookies=refused'), 303),
  )
  routes.get('/me', (c) => {
    const session = c.get('session')
    return session
      ? show(c, me(lang, session, idleMinutes), { cache: 'no-store' })
      : c.redirect(localPath(lang, '/login'), 303)
  })
  routes.get('*', (c) => show(c, notFound(lang), { status: 404 }))
  return routes
}
