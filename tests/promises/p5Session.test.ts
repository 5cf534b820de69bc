import { expect, test } from 'vitest'
import { cookiesOf, gatePage, openSite, withGate } from '../harness/index.js'

const hosts = ['shop.example.co.kr', 'www.example.test', 'someone.github.io', 'localhost']

test.each(hosts.flatMap((host) => (['https', 'http'] as const).map((scheme) => ({ host, scheme }))))(
  'P5 writes the auth cookie as session-only on $scheme://$host, and ends it',
  async ({ host, scheme }) => {
    const { page, context } = await openSite({
      host,
      scheme,
      page: gatePage({ session: { cookie: 'sid' } }),
    })
    const token = 'a%2B+="b"='
    const started = await withGate(page, (gate) => [
      gate.session.status,
      gate.session.start('a%2B+="b"='),
      gate.session.token,
      gate.session.status,
    ])
    expect(started).toEqual(['none', { ok: true }, token, 'active'])
    const [cookie] = await cookiesOf(context, 'sid')
    expect(cookie).toMatchObject({
      expires: -1,
      httpOnly: false,
      path: '/',
      sameSite: 'Lax',
      secure: scheme === 'https',
      value: token,
    })
    expect(await withGate(page, (gate) => gate.session.end())).toEqual({ ok: true })
    expect(await cookiesOf(context, 'sid')).toEqual([])
  },
)

test('P5 ends an auth cookie that was set on a parent domain and on a path', async () => {
  const { page, context } = await openSite({
    host: 'shop.example.co.kr',
    path: '/member/me',
    page: gatePage({ session: { cookie: 'sid' } }),
    headers: {
      'set-cookie': ['sid=1; Path=/; Domain=example.co.kr', 'sid=2; Path=/member', 'sid=3; Path=/'],
    },
  })
  expect(await withGate(page, (gate) => gate.session.end())).toEqual({ ok: true })
  expect(await cookiesOf(context, 'sid')).toEqual([])
})

test.each([
  ['empty', {}, 'https', ''],
  ['invalid', {}, 'https', 'a;b'],
  ['too-large', {}, 'https', 'x'.repeat(4100)],
  ['http-only', { httpOnly: true }, 'https', 'x'],
  ['insecure', { cookie: '__Host-sid' }, 'http', 'x'],
  ['insecure', { sameSite: 'None' }, 'http', 'x'],
] as const)(
  'P5 refuses to start a session that is %s, with a typed reason and an event',
  async (reason, session, scheme, token) => {
    const { page, context } = await openSite({
      scheme,
      page: gatePage({ session: { cookie: 'sid', ...session } }),
    })
    await withGate(page, (gate) => {
      const told: unknown[] = []
      Object.assign(window, { told })
      gate.session.subscribe((event) => told.push(event))
    })
    const result = await page.evaluate(`ConsentGate.session.start(${JSON.stringify(token)})`)
    expect(result).toEqual({ ok: false, reason })
    expect(await page.evaluate('told')).toEqual([{ type: 'refused', reason }])
    expect(await cookiesOf(context)).toEqual([])
  },
)

test('P5 tells the caller when the browser refuses cookies', async () => {
  const { page } = await openSite({
    page: gatePage({ session: { cookie: 'sid' } }),
    before: (context) =>
      context.addInitScript(() => {
        Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} })
      }),
  })
  expect(await withGate(page, (gate) => gate.session.start('x'))).toEqual({
    ok: false,
    reason: 'cookies-blocked',
  })
})

test('P5 takes a __Host- cookie on https, and no configuration makes an auth cookie persistent', async () => {
  const { page, context } = await openSite({
    host: 'shop.example.co.kr',
    page: gatePage({
      session: { cookie: '__Host-sid', domain: 'example.co.kr', path: '/x', expires: 7, maxAge: 60 },
    }),
  })
  expect(await withGate(page, (gate) => gate.session.start('x'))).toEqual({ ok: true })
  expect(await cookiesOf(context, '__Host-sid')).toMatchObject([
    { domain: 'shop.example.co.kr', expires: -1, path: '/', secure: true },
  ])
  const told = () =>
    withGate(page, (gate) => {
      const found: string[] = []
      gate.onIssue(({ code }) => found.push(code))()
      return found
    })
  await expect.poll(told, { timeout: 10_000 }).toEqual(expect.arrayContaining(['CG131', 'CG132']))
})

test('P5 no withdrawal, reset or erase sweeps a necessary cookie, and a pattern that would is refused', async () => {
  const { page, context } = await openSite({
    host: 'shop.example.co.kr',
    page: gatePage({
      session: { cookie: 'sid' },
      necessary: [{ name: 'cart' }],
      services: [
        { id: 'greedy', category: 'analytics', cookies: [{ name: 's*' }] },
        { id: 'stats', category: 'analytics', cookies: [{ name: 'stat_*' }] },
      ],
    }),
    headers: { 'set-cookie': ['sid=1; Path=/', 'cart=2; Path=/', 'stat_a=3; Path=/; Domain=example.co.kr'] },
  })
  const result = await withGate(page, async (gate) => {
    gate.acceptAll()
    const { state } = gate.get()
    await gate.withdraw().done
    gate.reset()
    await gate.erase().done
    return { state, cookies: document.cookie }
  })
  expect(result.state).toEqual({
    analytics: 'granted',
    greedy: 'denied',
    necessary: 'granted',
    stats: 'granted',
  })
  const names = (await cookiesOf(context)).map(({ name }) => name).sort()
  expect(names).toEqual(['cart', 'sid'])
})

test('P5 a carousel that moves by itself keeps no session alive; who scrolls the page does', async () => {
  const carousel = `<div id="carousel" style="width: 100px; overflow: auto"><div style="width: 9999px">1</div></div>
    <div style="height: 9999px"></div><script>setInterval(() => carousel.scrollBy(9, 0), 100)</script>`
  const { page, context } = await openSite({
    page: gatePage({ session: { cookie: 'sid', idleMinutes: 2 / 60 } }, carousel),
    headers: { 'set-cookie': 'sid=1; Path=/' },
  })
  await withGate(page, (gate) => gate.get())
  for (let moved = 0; moved < 8; moved++) {
    await page.mouse.wheel(0, 50)
    await page.waitForTimeout(500)
  }
  expect(await cookiesOf(context, 'sid')).toHaveLength(1)
  await expect.poll(() => cookiesOf(context, 'sid'), { timeout: 10_000 }).toEqual([])
})

test('P5 a tab on one subdomain does not end the session of who is active on another', async () => {
  const { page, context, urlOf } = await openSite({
    host: 'www.example.co.kr',
    page: gatePage(
      { session: { cookie: 'sid', domain: 'example.co.kr', idleMinutes: 2 / 60 } },
      '<div style="height: 9999px"></div>',
    ),
  })
  expect(await withGate(page, (gate) => gate.session.start('token'))).toEqual({ ok: true })
  const shop = await context.newPage()
  await shop.goto(urlOf('/', 'shop.example.co.kr'))
  await withGate(shop, (gate) => gate.get())
  for (let moved = 0; moved < 14; moved++) {
    await shop.mouse.wheel(0, 50)
    await shop.waitForTimeout(500)
  }
  expect(await withGate(page, (gate) => gate.session.status)).toBe('active')
  // Nobody is active anywhere: it ends, and nothing of it stays.
  await expect.poll(() => cookiesOf(context, 'sid'), { timeout: 10_000 }).toEqual([])
  await expect.poll(() => cookiesOf(context, 'consent_gate.idle')).toEqual([])
})
