import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FakeBrowser } from '../../test/fake/fakeBrowser.js'
import { withSession } from '../../test/fake/withSession.js'
import type { SessionConfig } from '../types/config.js'

describe('P5 starting a session', () => {
  it('writes a cookie that ends with the browser, with the attributes that guard it', async () => {
    const { session, browser, tab, events } = await withSession({ cookie: 'sid' })
    expect(session).toMatchObject({ token: null, status: 'none' })
    expect(session.start('token')).toEqual({ ok: true })
    expect(session).toMatchObject({ token: 'token', status: 'active' })
    expect(browser.jar.all(tab.url)).toEqual([
      {
        name: 'sid',
        value: 'token',
        session: true,
        secure: true,
        httpOnly: false,
        sameSite: 'lax',
        domain: 'shop.example.com',
        path: '/',
      },
    ])
    expect(events).toEqual([{ type: 'started' }])
  })

  it('with the declared attributes, on plain http without Secure', async () => {
    const { session, browser, tab } = await withSession(
      { cookie: 'sid', domain: 'example.com', path: '/shop', sameSite: 'Strict' },
      { url: 'http://shop.example.com/shop/cart' },
    )
    expect(session.start('token').ok).toBe(true)
    expect(browser.jar.all(tab.url)).toMatchObject([
      { domain: '.example.com', path: '/shop', sameSite: 'strict', secure: false, session: true },
    ])
  })

  it('pins a __Host- cookie to its host and to the path /', async () => {
    const { session, browser, tab } = await withSession({
      cookie: '__Host-sid',
      domain: 'example.com',
      path: '/x',
    })
    expect(session.start('token').ok).toBe(true)
    expect(browser.jar.all(tab.url)).toMatchObject([
      { name: '__Host-sid', domain: 'shop.example.com', path: '/' },
    ])
    expect(await session.end()).toEqual({ ok: true })
    expect(browser.jar.all(tab.url)).toEqual([])
  })

  it('leaves one cookie, where another was set on another path or domain or with an expiry', async () => {
    const { session, browser, tab } = await withSession(
      { cookie: 'sid' },
      { url: 'https://shop.example.com/a/b' },
    )
    tab.setCookie('sid=old; path=/a; max-age=99999')
    tab.setCookie('sid=older; path=/; domain=example.com; expires=Fri, 01 Jan 2027 00:00:00 GMT')
    session.start('new')
    expect(browser.jar.all(tab.url)).toMatchObject([{ value: 'new', session: true, path: '/' }])
  })

  const HTTP = 'http://shop.example.com/'

  it.each<[string, SessionConfig | undefined, string, string, string | undefined]>([
    ['no-session', undefined, 'token', 'nothing is configured', undefined],
    ['no-session', { cookie: 'a b' }, 'token', 'the name is no cookie name', undefined],
    ['http-only', { cookie: 'sid', httpOnly: true }, 'token', 'the server writes it', undefined],
    ['empty', { cookie: 'sid' }, '', 'there is no token', undefined],
    ['invalid', { cookie: 'sid' }, 'a;b', 'the token holds a semicolon', undefined],
    ['invalid', { cookie: 'sid' }, 'a; max-age=9999', 'the token would add an attribute', undefined],
    ['invalid', { cookie: 'sid' }, ' a', 'the token starts with a space', undefined],
    ['invalid', { cookie: 'sid' }, 'a ', 'the token ends with a space', undefined],
    ['invalid', { cookie: 'sid' }, 'a\nb', 'the token holds a line break', undefined],
    ['invalid', { cookie: 'sid' }, '토큰', 'the token is not ASCII', undefined],
    ['too-large', { cookie: 'sid' }, 'x'.repeat(4_094), 'the cookie would exceed 4096 octets', undefined],
    ['insecure', { cookie: '__Host-sid' }, 'token', 'the prefix needs https', HTTP],
    ['insecure', { cookie: '__secure-sid' }, 'token', 'the prefix needs https, in any case', HTTP],
    ['insecure', { cookie: 'sid', sameSite: 'None' }, 'token', 'SameSite=None needs https', HTTP],
    [
      'cookies-blocked',
      { cookie: 'sid', path: '/elsewhere' },
      'token',
      'the page is not under the path',
      undefined,
    ],
  ])('is refused as %s where %4$s', async (reason, config, token, _, url) => {
    const { session, events, browser, tab } = await withSession(config, url ? { url } : {})
    expect(session.start(token)).toEqual({ ok: false, reason })
    expect(events).toEqual([{ type: 'refused', reason }])
    expect(browser.jar.all(tab.url)).toEqual([])
    expect(browser.errors).toEqual([])
  })

  it('is refused where the browser blocks cookies', async () => {
    const { session, events, browser } = await withSession({ cookie: 'sid' })
    browser.jar.fault = 'refused'
    expect(session.start('token')).toEqual({ ok: false, reason: 'cookies-blocked' })
    expect(events).toEqual([{ type: 'refused', reason: 'cookies-blocked' }])
  })

  it('an option that would make it persistent has no effect, and is reported', async () => {
    const persistent = { cookie: 'sid', expires: 7, maxAge: 60 } as unknown as SessionConfig
    const { session, browser, tab, codes } = await withSession(persistent)
    session.start('token')
    expect(browser.jar.all(tab.url)).toMatchObject([{ session: true }])
    expect(codes).toContain('CG131')
  })

  it('every token that it takes comes back byte for byte, and never persistent', async () => {
    const { session, browser, tab } = await withSession({ cookie: 'sid' })
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 60 }), (token) => {
        if (!session.start(token).ok) return
        expect(session.token).toBe(token)
        expect(browser.jar.all(tab.url)).toMatchObject([{ name: 'sid', session: true }])
      }),
      { numRuns: 500, examples: [['a%20b+c=="d"']] },
    )
    expect(session.start('a%20b+c=="d"').ok).toBe(true)
  })
})

describe('P5 the session and consent', () => {
  it('no choice, sweep, reset or erase touches it', async () => {
    const { session, consent, browser, tab } = await withSession({ cookie: 'sid' })
    session.start('token')
    const before = browser.jar.all(tab.url)
    consent.acceptAll()
    consent.withdraw()
    consent.reset()
    consent.erase()
    consent.destroy()
    await browser.advance(20_000)
    expect(browser.jar.all(tab.url)).toEqual(before)
  })

  it('a service whose pattern would match it is refused, and denied', async () => {
    const { consent, codes, tab, session } = await withSession({ cookie: '_ga_session' })
    session.start('token')
    consent.acceptAll()
    consent.withdraw()
    expect(codes).toContain('CG123')
    expect(consent.get().state.ga).toBe('denied')
    expect(tab.cookies).toContain('_ga_session=token')
  })
})

describe('P5 ending a session', () => {
  it('removes the cookie on every path and domain it can have been set with', async () => {
    const { session, browser, tab, events } = await withSession(
      { cookie: 'sid', path: '/a' },
      { url: 'https://shop.example.co.kr/a/b/c' },
    )
    for (const where of [
      'path=/',
      'path=/a',
      'path=/a/b',
      'path=/; domain=example.co.kr',
      'path=/a; domain=shop.example.co.kr',
    ])
      tab.setCookie(`sid=1; ${where}`)
    expect(browser.jar.all(tab.url)).toHaveLength(4)
    expect(await session.end()).toEqual({ ok: true })
    expect(browser.jar.all(tab.url)).toEqual([])
    expect(session).toMatchObject({ token: null, status: 'none' })
    expect(events).toEqual([{ type: 'ended' }])
  })

  it.each([
    ['no-session', undefined, 204],
    ['http-only', { cookie: 'sid', httpOnly: true }, 204],
    ['not-ended', { cookie: 'sid', httpOnly: true, logoutUrl: '/logout' }, 500],
    ['not-ended', { cookie: 'sid', httpOnly: true, logoutUrl: 'https://other.test/logout' }, 204],
  ] as const)('answers %s for %j (%i)', async (reason, config, status) => {
    const { session, events } = await withSession(config, { status })
    expect(await session.end()).toEqual({ ok: false, reason })
    expect(events.filter(({ type }) => type === 'ended')).toEqual([])
  })

  it('P5 a log-out that the server refused ends nothing where no cookie was seen: it may be an HttpOnly one', async () => {
    const { session, events } = await withSession({ cookie: 'sid', logoutUrl: '/logout' }, { status: 503 })
    expect(await session.end()).toEqual({ ok: false, reason: 'not-ended' })
    expect(events).toEqual([])
  })

  it.each(['end()', 'the idle limit'])(
    'a server that does not answer keeps no readable cookie, and who listens hears that it is gone: %s',
    async (by) => {
      const { session, tab, browser, events } = await withSession({
        cookie: 'sid',
        logoutUrl: '/logout',
        idleMinutes: 30,
      })
      session.start('token')
      tab.slow = new Promise(() => {})
      let answer: unknown
      if (by === 'end()') {
        session.end().then((result) => {
          answer = result
        })
      } else await browser.advance(30 * 60_000)
      await browser.advance(2 * 60_000)
      expect(tab.requests).not.toEqual([])
      expect(session.status).toBe('none')
      expect(events.at(-1)).toEqual({ type: by === 'end()' ? 'ended' : 'idle-ended' })
      if (by === 'end()') expect(answer).toEqual({ ok: false, reason: 'not-ended' })
    },
  )

  it('P18 says that an address of another origin is not called', async () => {
    const { session, tab, consent } = await withSession({
      cookie: 'sid',
      logoutUrl: 'https://other.test/logout',
    })
    const issues: unknown[] = []
    consent.onIssue(({ code, path, value }) => issues.push([code, path, value]))
    await session.end()
    expect(tab.requests).toEqual([])
    expect(issues).toContainEqual(['CG135', 'session.logoutUrl', 'https://other.test/logout'])
  })

  it('ends a cookie on its declared path from a page that cannot see it there', async () => {
    const browser = new FakeBrowser()
    const app = browser.open('https://shop.example.com/app/x')
    app.setCookie('sid=1; path=/app')
    app.setCookie('sid=2; path=/app; domain=example.com')
    app.close()
    const { session } = await withSession({ cookie: 'sid', path: '/app' }, { browser })
    expect(await session.end()).toEqual({ ok: true })
    expect(browser.jar.all(app.url)).toEqual([])
  })

  it('answers not-ended where the browser does not let go of the cookie', async () => {
    const { session, browser } = await withSession({ cookie: 'sid' })
    session.start('token')
    browser.jar.fault = 'unwritable'
    expect(await session.end()).toEqual({ ok: false, reason: 'not-ended' })
    expect(session.status).toBe('active')
  })

  it('answers, and does not throw, where its chunk cannot load', async () => {
    const { session } = await withSession({ cookie: 'sid' }, { blocked: ['session'] })
    session.start('token')
    expect(await session.end()).toEqual({ ok: false, reason: 'not-ended' })
  })

  it('tells the server by a same-origin POST, for a cookie that scripts cannot see', async () => {
    const { session, tab, events } = await withSession({
      cookie: 'sid',
      httpOnly: true,
      signedIn: true,
      logoutUrl: '/logout',
    })
    expect(session).toMatchObject({ token: null, status: 'active' })
    expect(await session.end()).toEqual({ ok: true })
    expect(tab.requests).toEqual(['POST https://shop.example.com/logout'])
    // Also from a page that is left meanwhile.
    expect(tab.sent).toEqual([{ method: 'POST', credentials: 'same-origin', keepalive: true }])
    expect(session.status).toBe('none')
    expect(events).toEqual([{ type: 'ended' }])
  })

  it('answers not-ended where the server cannot be reached, and keeps no readable cookie', async () => {
    const offline = () => {
      throw new TypeError('Failed to fetch')
    }
    const { session } = await withSession({ cookie: 'sid', logoutUrl: '/logout' }, { status: offline })
    session.start('token')
    expect(await session.end()).toEqual({ ok: false, reason: 'not-ended' })
    expect(session.status).toBe('none')
  })

  it.each([
    [undefined, 'unknown'],
    [true, 'active'],
    [false, 'none'],
  ])('an HttpOnly session with signedIn: %s is %s', async (signedIn, status) => {
    const config = { cookie: 'sid', httpOnly: true, ...(signedIn !== undefined && { signedIn }) }
    expect((await withSession(config)).session).toMatchObject({ status, token: null })
  })
})

describe('P5 rewriting', () => {
  it('makes a persistent cookie end with the session, byte for byte, once, in place of all others', async () => {
    const browser = new FakeBrowser()
    const before = browser.open('https://shop.example.com/a/')
    const value = 'a%20b+c==."d"'
    before.setCookie(`sid=${value}; path=/; domain=example.com; expires=Fri, 01 Jan 2027 00:00:00 GMT`)
    before.setCookie(`sid=${value}; path=/a; max-age=9999`)
    before.close()
    const { tab } = await withSession(
      { cookie: 'sid', rewrite: true, sameSite: 'Strict' },
      { browser, url: 'https://shop.example.com/a/' },
    )
    expect(browser.jar.all(tab.url)).toMatchObject([
      {
        name: 'sid',
        value,
        session: true,
        path: '/',
        sameSite: 'strict',
        secure: true,
        domain: 'shop.example.com',
      },
    ])
  })

  it('without `rewrite` a cookie is left as it is', async () => {
    const browser = new FakeBrowser()
    const before = browser.open()
    before.setCookie('sid=1; path=/; expires=Fri, 01 Jan 2027 00:00:00 GMT')
    const { tab } = await withSession({ cookie: 'sid', idleMinutes: 30 }, { browser })
    expect(browser.jar.all(tab.url)).toMatchObject([{ name: 'sid', session: false }])
  })
})
