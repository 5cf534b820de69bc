import { describe, expect, it } from 'vitest'
import { FakeBrowser } from '../../test/fake/fakeBrowser.js'
import { withSession } from '../../test/fake/withSession.js'

const MINUTE = 60_000

describe('P5 the idle limit', () => {
  const config = { cookie: 'sid', idleMinutes: 30 }
  /** As servers set it, with an address that ends it. */
  const http = { ...config, httpOnly: true, logoutUrl: '/logout' }
  /** The same for several subdomains. */
  const httpShared = { ...http, domain: 'example.com' }

  it('ends a session without activity, and says so', async () => {
    const { session, browser, events, tab } = await withSession(config)
    session.start('token')
    await browser.advance(29 * MINUTE)
    expect(session.status).toBe('active')
    await browser.advance(2 * MINUTE)
    expect(session.status).toBe('none')
    expect(events).toEqual([{ type: 'started' }, { type: 'idle-ended' }])
    expect(tab.localStorage.getItem('consent_gate.idle')).toBeNull()
  })

  it('a session that a page without us began is not ended for the mark of the one before', async () => {
    const { session, browser, tab } = await withSession(config)
    session.start('first')
    await browser.advance(10 * MINUTE)
    tab.close()
    await browser.advance(60 * MINUTE)
    const login = browser.open()
    login.setCookie('sid=second; path=/')
    login.close()
    const next = await withSession(config, { browser })
    expect(next.session).toMatchObject({ token: 'second', status: 'active' })
    await browser.advance(31 * MINUTE)
    expect(next.session.status).toBe('none')
  })

  it('counts from the last pointer, key, scroll or return, in any tab', async () => {
    const { session, browser, tab } = await withSession(config)
    const other = await withSession(config, { browser })
    session.start('token')
    for (const type of ['pointerdown', 'keydown', 'scroll', 'pointerdown']) {
      await browser.advance(20 * MINUTE)
      other.tab.win.fire(type)
    }
    await browser.advance(20 * MINUTE)
    tab.doc.fire('visibilitychange')
    tab.win.fire('visibilitychange')
    await browser.advance(20 * MINUTE)
    expect(session.status).toBe('active')
    await browser.advance(11 * MINUTE)
    expect(session.status).toBe('none')
  })

  it('does not end the session of who goes from page to page, none of which stays for long', async () => {
    const { session, browser, tab } = await withSession(config)
    session.start('token')
    await browser.advance(MINUTE)
    tab.close()
    for (const _ of Array.from({ length: 20 })) {
      const { tab: page, events } = await withSession(config, { browser })
      await browser.advance(MINUTE)
      for (const type of ['keydown', 'scroll', 'pointerdown']) page.win.fire(type)
      await browser.advance(MINUTE)
      expect(events).toEqual([])
      expect(page.cookies).toContain('sid=token')
      page.close()
    }
    const last = await withSession(config, { browser })
    await browser.advance(27 * MINUTE)
    expect(last.session.status).toBe('active')
    await browser.advance(3 * MINUTE)
    expect(last.session.status).toBe('none')
  })

  it('ends a session that a browser restored after the limit', async () => {
    const { session, browser, tab } = await withSession(config)
    session.start('token')
    await browser.advance(MINUTE)
    tab.close()
    browser.clock.sleep(8 * 60 * MINUTE)
    const next = await withSession(config, { browser })
    await browser.settle()
    expect(next.session.status).toBe('none')
    expect(tab.cookies).toBe('')
  })

  it.each(['full', 'refused'] as const)('acts where localStorage is %s', async (fault) => {
    const browser = new FakeBrowser()
    browser.local = fault
    const { session, tab } = await withSession(config, { browser })
    session.start('token')
    for (const _ of [1, 2]) {
      await browser.advance(20 * MINUTE)
      tab.win.fire('keydown')
    }
    await browser.advance(29 * MINUTE)
    expect(session.status).toBe('active')
    await browser.advance(2 * MINUTE)
    expect(session.status).toBe('none')
  })

  it.each(['the same page', 'the next page'])(
    'a clock that was ahead and is set back does not lengthen the session: %s',
    async (where) => {
      const { session, browser, tab } = await withSession(config)
      browser.clock.jump(24 * 60 * MINUTE)
      session.start('token')
      await browser.advance(5 * MINUTE)
      tab.win.fire('keydown')
      browser.clock.jump(-24 * 60 * MINUTE)
      if (where === 'the next page') {
        tab.close()
        await withSession(config, { browser })
      }
      await browser.advance(29 * MINUTE)
      expect(tab.cookies).toContain('sid=token')
      await browser.advance(2 * MINUTE)
      expect(tab.cookies).toBe('')
    },
  )

  it('going to the background is no activity', async () => {
    const { session, browser, tab } = await withSession(config)
    session.start('token')
    await browser.advance(20 * MINUTE)
    tab.hide()
    await browser.advance(11 * MINUTE)
    expect(session.status).toBe('none')
  })

  it('a log-out that failed is tried again, whatever the visitor does meanwhile, until it is done', async () => {
    const { session, browser, tab, events } = await withSession({ ...http, signedIn: true }, { status: 503 })
    browser.clock.sleep(180 * MINUTE)
    for (const _ of Array.from({ length: 60 })) {
      tab.win.fire('pointerdown')
      tab.win.fire('scroll')
      await browser.advance(MINUTE / 2)
    }
    // Once in half a minute while somebody is there, and in the pace of the limit while nobody is.
    expect(tab.requests.length).toBeGreaterThan(50)
    expect(tab.requests.length).toBeLessThan(65)
    const awake = tab.requests.length
    await browser.advance(300 * MINUTE)
    expect(tab.requests.length - awake).toBeGreaterThan(9)
    expect(tab.requests.length - awake).toBeLessThan(20)
    expect(events).toEqual([])

    tab.status = 204
    tab.win.fire('pointerdown')
    await browser.advance(MINUTE)
    expect(events).toEqual([{ type: 'idle-ended' }])
    expect(session.status).toBe('none')
    expect(tab.localStorage.getItem('consent_gate.idle')).toBeNull()
  })

  it('acts only on a session known to be active', async () => {
    const { browser, tab, events } = await withSession(http)
    await browser.advance(120 * MINUTE)
    expect(events).toEqual([])
    expect(tab.requests).toEqual([])
  })

  it.each([false, undefined])(
    'a page from before the log-in that stays open (signedIn: %s) does not keep an HttpOnly session alive',
    async (signedIn) => {
      const { browser } = await withSession({ ...http, ...(signedIn !== undefined && { signedIn }) })
      const { session, events } = await withSession({ ...http, signedIn: true }, { browser })
      await browser.advance(31 * MINUTE)
      expect(events).toEqual([{ type: 'idle-ended' }])
      expect(session.status).toBe('none')
    },
  )

  it('a page that does not know of the session and loads itself anew does not keep it alive', async () => {
    const { browser, session, events } = await withSession({ ...http, signedIn: true })
    for (const _ of Array.from({ length: 7 })) {
      const news = await withSession(http, { browser })
      await browser.advance(5 * MINUTE)
      news.tab.close()
    }
    expect(events).toEqual([{ type: 'idle-ended' }])
    expect(session.status).toBe('none')
  })

  it('ends a session that the browser restored, also where a page that does not know of it comes first', async () => {
    const { browser, tab } = await withSession({ ...http, signedIn: true })
    tab.close()
    browser.clock.sleep(8 * 60 * MINUTE)
    await withSession(http, { browser })
    const { session, tab: restored } = await withSession({ ...http, signedIn: true }, { browser })
    await browser.settle()
    expect(restored.requests).toHaveLength(1)
    expect(session.status).toBe('none')
  })

  it('a page outside the path of the session, which does not see it, does not lengthen it', async () => {
    const inApp = { ...config, path: '/app' }
    const url = 'https://shop.example.com/app/orders'
    const { browser, session, tab } = await withSession(inApp, { url })
    session.start('token')
    await browser.advance(MINUTE)
    tab.close()
    browser.clock.sleep(8 * 60 * MINUTE)
    await withSession(inApp, { browser, url: 'https://shop.example.com/' })
    const restored = await withSession(inApp, { browser, url })
    await browser.settle()
    expect(restored.session.status).toBe('none')
  })

  it('an HttpOnly session begins anew where a page without one was shown before it', async () => {
    const first = await withSession({ ...http, signedIn: true })
    const { browser } = first
    first.tab.close()
    await browser.advance(60 * MINUTE)
    const login = await withSession({ ...http, signedIn: false }, { browser })
    login.tab.close()
    const last = await withSession({ ...http, signedIn: true }, { browser })
    await browser.advance(29 * MINUTE)
    expect(last.events).toEqual([])
    expect(last.tab.requests).toEqual([])
  })

  it('an HttpOnly session of several subdomains begins anew after a log-in page on another one', async () => {
    const first = await withSession({ ...httpShared, signedIn: true })
    const { browser } = first
    first.tab.close()
    await browser.advance(60 * MINUTE)
    const url = 'https://accounts.example.com/'
    const login = await withSession({ ...httpShared, signedIn: false }, { browser, url })
    login.tab.close()
    const { tab, session } = await withSession({ ...httpShared, signedIn: true }, { browser })
    await browser.advance(29 * MINUTE)
    expect(tab.requests).toEqual([])
    await browser.advance(2 * MINUTE)
    expect(session.status).toBe('none')
  })

  it('an HttpOnly session of several subdomains begins anew where both marks of the last were removed', async () => {
    const first = await withSession({ ...httpShared, signedIn: true })
    const { browser, tab } = first
    tab.localStorage.removeItem('consent_gate.idle')
    tab.setCookie('consent_gate.idle=; path=/; domain=example.com; max-age=0')
    tab.close()
    await browser.advance(60 * MINUTE)
    const last = await withSession({ ...httpShared, signedIn: true }, { browser })
    await browser.advance(29 * MINUTE)
    expect(last.events).toEqual([])
    expect(last.tab.requests).toEqual([])
  })

  it('P16 my data tells a sign of life on another subdomain of a shared session', async () => {
    const shared = { ...config, domain: 'example.com' }
    const { session, browser, tab } = await withSession(shared)
    session.start('token')
    await browser.advance(10 * MINUTE)
    tab.win.fire('keydown')
    const seen = browser.clock.now()
    tab.close()
    await browser.advance(5 * MINUTE)
    const other = await withSession(shared, { browser, url: 'https://www.example.com/' })
    expect(other.consent.exportData().lastActivity).toBe(seen)
  })

  it('a clock set back does not end it early, set far ahead ends it', async () => {
    const { session, browser } = await withSession(config)
    session.start('token')
    browser.clock.jump(-100 * MINUTE)
    await browser.advance(29 * MINUTE)
    expect(session.status).toBe('active')
    browser.clock.jump(300 * MINUTE)
    await browser.advance(MINUTE)
    expect(session.status).toBe('none')
  })

  it('P16 activity leaves no mark where nobody is signed in', async () => {
    const { session, tab, browser } = await withSession(config)
    session.start('token')
    await browser.advance(10 * MINUTE)
    tab.win.fire('keydown')
    expect(tab.localStorage.getItem('consent_gate.idle')).not.toBeNull()
    await session.end()
    await browser.advance(10 * MINUTE)
    tab.win.fire('keydown')
    expect(tab.localStorage.getItem('consent_gate.idle')).toBeNull()
  })

  it('an HttpOnly session that begins at once after the last one was ended is not ended for its mark', async () => {
    const { browser, tab, events } = await withSession({ ...http, signedIn: true })
    await browser.advance(30 * MINUTE)
    expect(events).toEqual([{ type: 'idle-ended' }])
    tab.close()
    const next = await withSession({ ...http, signedIn: true }, { browser })
    await browser.advance(MINUTE)
    expect(next.session.status).toBe('active')
  })

  it.each([0, -5, Number.NaN, 'soon'])('P18 a limit of %j minutes ends nothing', async (idleMinutes) => {
    const odd = { cookie: 'sid', idleMinutes: idleMinutes as number, rewrite: true }
    const { session, browser } = await withSession(odd)
    session.start('token')
    await browser.advance(60 * MINUTE)
    expect(session.status).toBe('active')
  })
})
