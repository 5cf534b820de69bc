import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { request } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { certificate } from '../../tests/harness/certificate.js'
import { pretendPostgres } from '../receipt-store/test/pretendPostgres.js'
import { createSite, type Site } from './src/createSite.js'
import { json } from './src/html.js'

let site: Site
beforeAll(async () => {
  site = await createSite({ port: 0 })
})
afterAll(() => site.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(site.url + path, { headers, redirect: 'manual' })

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(fields)
  return fetch(site.url + path, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: site.url, ...headers },
  })
}

async function logIn(name = '해림'): Promise<string> {
  const [cookie] = (await post('/login', { name })).headers.getSetCookie()
  return cookie?.split(';', 1)[0] ?? ''
}

describe('log-in', () => {
  test('P5 sets a session-only HttpOnly cookie', async () => {
    const answer = await post('/login', { name: '해림' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/login/done')
    expect(answer.headers.getSetCookie()).toHaveLength(1)
    expect(answer.headers.getSetCookie()[0]).toMatch(/^sid=[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('greets the visitor on my page, escaped', async () => {
    const page = await (await get('/me', { cookie: await logIn('<b>해림</b>') })).text()
    expect(page).toContain('&lt;b&gt;해림&lt;/b&gt;님')
    expect(page).not.toContain('<b>해림')
  })

  test.each([{ name: '' }, { name: '   ' }, { name: '가'.repeat(41) }, {}])(
    'refuses %j with 400',
    async (fields) => {
      const answer = await post('/en/login', fields as Record<string, string>)
      expect(answer.status).toBe(400)
      expect(answer.headers.getSetCookie()).toEqual([])
      expect(await answer.text()).toContain('Please give a name of one to forty characters.')
    },
  )

  test('takes forty characters of any script, and not the spaces around them', async () => {
    const page = await (await get('/me', { cookie: await logIn(`  ${'🍵'.repeat(40)} `) })).text()
    expect(page).toContain(`${'🍵'.repeat(40)}님`)
  })

  test('gives a name that it refused back, escaped', async () => {
    const name = `"><script>${'x'.repeat(40)}`
    expect(await (await post('/login', { name })).text()).toContain(
      `value="&quot;&gt;&lt;script&gt;${'x'.repeat(40)}"`,
    )
  })

  test('refuses a form that another site sent', async () => {
    const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    expect((await post('/login', { name: '해림' }, headers)).status).toBe(403)
  })

  test('makes a new session, and ends the one that the browser came with', async () => {
    const first = await logIn()
    for (const path of ['/login', '/login/token']) {
      const before = await logIn()
      await post(path, { name: '해림' }, { cookie: before })
      expect((await get('/me', { cookie: before })).status).toBe(303)
    }
    expect((await get('/me', { cookie: first })).status).toBe(200)
  })

  test('leads to my page where the browser kept the cookie', async () => {
    const answer = await get('/en/login/done', { cookie: await logIn() })
    expect(answer.headers.get('location')).toBe('/en/me')
  })

  test.each([
    ['/login', '브라우저가 쿠키를 받지 않아 로그인할 수 없습니다.'],
    ['/en/login', 'Your browser does not accept cookies, so we cannot log you in.'],
  ])('P5 says at %s why it failed where the browser refused the cookie', async (path, words) => {
    const done = (await post(path, { name: '해림' })).headers.get('location') ?? ''
    const back = (await get(done)).headers.get('location') ?? ''
    const page = await get(back)
    expect(page.status).toBe(200)
    expect(page.url).toBe(`${site.url}${path}?cookies=refused`)
    expect(await page.text()).toMatch(new RegExp(`role="alert">${words}`))
    expect(await (await get(path)).text()).not.toMatch(/role="alert">[^<]/)
  })

  test('my page sends strangers to the log-in of their language', async () => {
    const answer = await get('/en/me', { cookie: 'sid=made-up' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/en/login')
  })

  test('hands a token to the script-managed mode, and sets no cookie itself', async () => {
    const answer = await post('/login/token', { name: '해림' })
    const { token } = (await answer.json()) as { token: string }
    // A script cannot replace the HttpOnly cookie of an earlier log-in: the server takes it away.
    expect(answer.headers.getSetCookie()).toEqual(['sid=; Max-Age=0; Path=/; SameSite=Lax'])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const page = await (await get('/me', { cookie: `sid=${token}` })).text()
    expect(page).toContain('data-session-mode="script"')
    expect((await post('/login/token', {})).status).toBe(400)
  })
})

describe('log-out', () => {
  test('P5 ends the session on the server and clears the cookie', async () => {
    const cookie = await logIn()
    const answer = await post('/logout', { next: 'en' }, { cookie })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/en')
    expect(answer.headers.getSetCookie()[0]).toMatch(/^sid=; Max-Age=0; Path=\/; SameSite=Lax$/)
    expect((await get('/me', { cookie })).status).toBe(303)
  })

  test.each(['ko', '//elsewhere.example', 'https://elsewhere.example/en', '/\\elsewhere.example'])(
    'leads to the home page of this site, whatever the form names: %s',
    async (next) => {
      const answer = await post('/logout', { next })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    },
  )

  test('answers the POST of a script with 204', async () => {
    const cookie = await logIn()
    const answer = await fetch(`${site.url}/logout`, {
      method: 'POST',
      headers: { cookie, origin: site.url },
    })
    expect(answer.status).toBe(204)
    expect((await get('/me', { cookie })).status).toBe(303)
  })
})

describe.each(['/login', '/en/login', '/login/token', '/logout'])('the form that goes to %s', (path) => {
  test.each(['multipart/form-data', 'multipart/form-data; boundary=x'])(
    'is no error of the server where nobody can read it: %s',
    async (type) => {
      const headers = { origin: site.url, 'content-type': type }
      const answer = await fetch(site.url + path, { method: 'POST', body: 'name', headers })
      expect(answer.status).toBe(path === '/logout' ? 204 : 400)
    },
  )

  test('is refused where it is larger than any name, whether it says so or not', async () => {
    const body = `name=a&more=${'x'.repeat(70_000)}`
    const headers = { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' }
    const chunked = { body: new Response(body).body, duplex: 'half' } as RequestInit
    for (const sent of [{ body }, chunked]) {
      const answer = await fetch(site.url + path, { method: 'POST', headers, ...sent })
      expect(answer.status).toBe(413)
      expect(await answer.text()).toBe('A form has at most 4096 bytes.')
      expect(answer.headers.getSetCookie()).toEqual([])
    }
  })

  test('has at most 4 KB', async () => {
    const statusOf = async (size: number) =>
      (await post(path, { name: 'a', more: 'x'.repeat(size - 'name=a&more='.length) })).status
    expect(await statusOf(4096)).toBeLessThan(400)
    expect(await statusOf(4097)).toBe(413)
  })

  test('is refused where another site sent it, whatever it says it is', async () => {
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      '',
    ]) {
      const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
      const answer = await fetch(site.url + path, {
        method: 'POST',
        body: new Blob(['name=a']),
        headers: { ...headers, ...(type && { 'content-type': type }) },
      })
      expect(answer.status).toBe(403)
      expect(answer.headers.getSetCookie()).toEqual([])
    }
  })
})

describe('collect endpoint', () => {
  const query = 'v=2&tid=G-DEMO000000&cid=1.2&gcs=G101&dl=http%3A%2F%2Flocalhost%2F'

  test('records what arrived, one name per event', async () => {
    const before = site.wire().length
    const answer = await fetch(`${site.url}/g/collect?${query}`, {
      method: 'POST',
      body: 'en=page_view\nen=scroll&_et=5',
    })
    expect(answer.status).toBe(204)
    expect(site.wire().slice(before)).toMatchObject([
      {
        kind: 'hit',
        events: ['page_view', 'scroll'],
        clientId: '1.2',
        consent: 'G101',
        page: 'http://localhost/',
      },
    ])
  })

  test('notes that the script was fetched, and serves the double', async () => {
    const before = site.wire().length
    const answer = await get('/gtag/js?id=G-DEMO000000', { referer: 'http://localhost/news' })
    expect(answer.headers.get('content-type')).toContain('text/javascript')
    // Out of a cache it would not be seen to be fetched.
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain('G-DEMO000000')
    expect(site.wire().slice(before)).toMatchObject([
      { kind: 'script', measurementId: 'G-DEMO000000', page: 'http://localhost/news' },
    ])
  })

  test.each([
    ['/g/collect', 400],
    ['/g/collect?v=1&tid=G-DEMO000000', 400],
    ['/g/collect?v=2&tid=UA-1', 400],
    ['/g/collect?v=2&tid=G-OTHER', 400],
    ['/gtag/js', 400],
    ['/gtag/js?id=G-OTHER', 400],
  ])('refuses %s with %i and records nothing', async (path, status) => {
    const before = site.wire().length
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toMatch(/tid|id must be/)
    expect(site.wire()).toHaveLength(before)
  })

  test('refuses a hit that is too large', async () => {
    const answer = await fetch(`${site.url}/g/collect?${query}`, { method: 'POST', body: 'x'.repeat(70_000) })
    expect(answer.status).toBe(413)
  })

  test('shows a request as it arrives', async () => {
    const stop = new AbortController()
    const { body } = await fetch(`${site.url}/wire/stream`, { signal: stop.signal })
    const reader = (body as ReadableStream<Uint8Array>)
      .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
      .getReader()
    expect((await reader.read()).value).toMatch(/^event: entries/)
    await get(`/g/collect?${query}&en=live`)
    expect((await reader.read()).value).toMatch(/^event: entry\ndata: .*"events":\["live"\]/)
    stop.abort()
  })

  test('is not there with a measurement ID: hits are Google’s', async () => {
    const real = await createSite({ port: 0, measurementId: 'G-REAL123456' })
    expect((await fetch(`${real.url}/gtag/js?id=G-REAL123456`)).status).toBe(404)
    const page = await (await fetch(real.url)).text()
    expect(page).toContain('data-measurement-id="G-REAL123456"')
    expect(page).not.toContain('transportUrl')
    await real.close()
  })
})

describe('pages', () => {
  test.each([
    ['README.md', '/en/wire'],
    ['README.ko.md', '/wire'],
  ])('%s calls %s what it calls itself', async (readme, path) => {
    const [, title = '-'] = /<h1>(.+?)<\/h1>/.exec(await (await get(path)).text()) ?? []
    const text = readFileSync(new URL(`../../${readme}`, import.meta.url), 'utf8')
    expect(text.toLowerCase()).toContain(`"${title.toLowerCase()}"`)
  })

  const PATHS = [
    '',
    '/news',
    '/news/first-frost',
    '/login',
    '/login?mode=script',
    '/privacy',
    '/privacy/2025-03-02',
    '/wire',
  ]

  test.each(
    PATHS.flatMap((path) => [
      ['ko', path || '/'],
      ['en', `/en${path}`],
    ]),
  )('%s %s', async (lang, path) => {
    const answer = await get(path as string)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain(`<html lang="${lang}">`)
    expect(page).toContain(`data-lang="${lang}"`)
    expect(page).toContain('data-consent-gate="preferences"')
    expect(page).not.toMatch(/ style="|<style| on[a-z]+="/)
    const [, nonce] =
      /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(
        answer.headers.get('content-security-policy') ?? '',
      ) ?? []
    expect(nonce).toBeTruthy()
    for (const [tag] of page.matchAll(/<script (?![^>]*application\/json)[^>]*>/g))
      expect(tag).toContain(`nonce="${nonce}"`)
  })

  test.each(['/en/', '/wire/', '/en/privacy/'])('%s, as people write it, leads there', async (path) => {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, site.url + path.slice(0, -1)])
  })

  test('every internal link leads somewhere', async () => {
    const seen = new Set(['/', '/en'])
    for (const path of seen) {
      const answer = await get(path)
      expect([path, answer.status]).toEqual([path, 200])
      for (const [, href] of (await answer.text()).matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
        if (href && !href.startsWith('/gate/') && !href.endsWith('.js')) seen.add(href)
      }
    }
    expect(seen.size).toBeGreaterThan(20)
  })

  test.each(['//elsewhere.example/x', '/en//elsewhere.example/x'])(
    '%s, which nobody has, has no link that leads to another site',
    async (path) => {
      const page = await (await get(path)).text()
      expect([...page.matchAll(/(?:href|src|action)="(\/\/[^"]*)/g)].map(([, href]) => href)).toEqual([])
    },
  )

  test.each(['/nothing', '/en/nothing', '/news/nothing'])(
    '%s is a 404 with the site around it',
    async (path) => {
      const answer = await get(path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('data-consent-gate="preferences"')
    },
  )

  test.each(['/privacy', '/en/privacy'])(
    'P13 %s has one switch for each service, so nothing is announced twice',
    async (path) => {
      const page = await (await get(path)).text()
      const switches = [...page.matchAll(/<consent-gate-(?:toggle|disclosure) service="([\w-]+)"/g)]
      expect(switches.map(([, service]) => service)).toEqual(['google-analytics', 'haemu-film'])
    },
  )

  test.each([
    ['/privacy', /선택 증빙[^<]*3년/, '<code>consent_gate.history</code>', '14개월'],
    ['/en/privacy', /Proofs of your choices[^<]*3 years/, '<code>consent_gate.history</code>', '14 months'],
  ])(
    'the policy at %s names all that is kept of a choice, and agrees with the disclosure in it',
    async (path, proofs, kept, period) => {
      const page = await (await get(path)).text()
      expect(page).toMatch(proofs)
      expect(page).toContain(kept)
      const [, text = ''] = /id="consent-config">(.*?)<\/script>/.exec(page) ?? []
      const { ui, services } = JSON.parse(text)
      expect(ui.texts.gaRetention).toContain(period)
      // Our own player hands nothing to anyone, and nothing abroad.
      expect(services[0]).not.toHaveProperty('recipient')
      expect(services[0]).not.toHaveProperty('country')
    },
  )

  test.each([
    ['/privacy', '임의의 번호', 'IP 주소', '쿠키 식별자'],
    ['/en/privacy', 'random number', 'IP address', 'cookie identifiers'],
  ])(
    'P17 the policy at %s names the number and the IP address that Google receives, as the disclosure in it does',
    async (path, number, address, identifiers) => {
      const page = await (await get(path)).text()
      const google = [...page.matchAll(/<(?:li|tr)>.*?<\/(?:li|tr)>/g)]
        .map(([row]) => row)
        .filter((row) => row.includes('Google LLC'))
      expect(google.filter((row) => row.includes(address))).toHaveLength(2)
      expect(google.filter((row) => row.includes(number) || row.includes(identifiers))).toHaveLength(2)
    },
  )

  test.each(['/receipts', '/en/receipts'])(
    '%s, which is for the operator, is for nobody to keep',
    async (path) => {
      expect((await get(path)).headers.get('cache-control')).toBe('no-store')
    },
  )

  test('receipts are not kept for ever', async () => {
    expect(await (await get('/en/receipts')).text()).not.toContain('never changed or deleted')
    expect(await (await get('/receipts')).text()).not.toContain('고치거나 지우지 않으며')
  })

  test('the film keeps its volume as long as the policy says', async () => {
    const [cookie] = (await get('/film')).headers.getSetCookie()
    expect(cookie).toBe(`film_volume=70; Path=/; Max-Age=${30 * 24 * 60 * 60}; SameSite=Lax`)
    expect(await (await get('/en/privacy')).text()).toContain('"retention":"30 days"')
  })

  test('JSON in a page cannot end its element', () => {
    const value = { text: '</script><!--<script>' }
    const text = String(json(value))
    expect(text).not.toContain('<')
    expect(JSON.parse(text)).toEqual(value)
  })

  test('the embedded configuration is JSON, whatever host the page was asked under', async () => {
    const page = await (await get('/privacy')).text()
    const [, text = ''] = /id="consent-config">(.*?)<\/script>/.exec(page) ?? []
    expect(JSON.parse(text)).toMatchObject({
      googleAnalytics: { transportUrl: site.url },
      session: { cookie: 'sid', httpOnly: true, signedIn: false },
    })
  })
})

test('P5 over https the cookie goes over nothing else, and is cleared there', async () => {
  const secure = await createSite({ port: 0, tls: await certificate() })
  const send = (path: string, body: string) =>
    new Promise<string[] | undefined>((resolve, reject) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: secure.url }
      request(secure.url + path, { method: 'POST', headers, rejectUnauthorized: false }, (answer) => {
        answer.resume()
        resolve(answer.headers['set-cookie'])
      })
        .once('error', reject)
        .end(body)
    })
  expect((await send('/login', 'name=a'))?.[0]).toMatch(
    /^sid=[\w-]{32}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  expect(await send('/logout', '')).toEqual(['sid=; Max-Age=0; Path=/; Secure; SameSite=Lax'])
  await secure.close()
})

const OWN = {
  'default-src': "'self'",
  'script-src': "'nonce-…' 'strict-dynamic'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'self'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'consent-gate consent-gate#gates goog#html',
}
const GOOGLE = "'self' https://*.google-analytics.com https://*.googletagmanager.com"

test.each([
  ['the double', undefined, OWN],
  ['Google’s own tag', 'G-REAL123456', { ...OWN, 'img-src': GOOGLE, 'connect-src': GOOGLE }],
])(
  'P12 the policy of every page lets in what it needs with %s, and nothing else',
  async (_tag, id, policy) => {
    const strict = await createSite({ port: 0, ...(id !== undefined && { measurementId: id }) })
    const nonces = new Set<string>()
    for (const path of ['/', '/en/login', '/film', '/nothing']) {
      const { headers } = await fetch(strict.url + path)
      const given = (headers.get('content-security-policy') ?? '').replace(
        /'nonce-([^']+)'/,
        (_all, nonce) => {
          nonces.add(nonce)
          return "'nonce-…'"
        },
      )
      expect(Object.fromEntries(given.split('; ').map((part) => part.split(/ (.*)/, 2)))).toEqual(policy)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      // It would outlive the demo.
      expect(headers.get('strict-transport-security')).toBeNull()
    }
    expect(nonces.size).toBe(4)
    await strict.close()
  },
)

test.each(['/assets/site.css', '/assets/gate.js', '/gate/gate.js'])(
  '%s is asked for again each time, and not sent again where it is the same',
  async (path) => {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    const again = await get(path, { 'if-none-match': answer.headers.get('etag') ?? '' })
    expect([again.status, await again.text()]).toEqual([304, ''])
  },
)

test.each([
  '/assets/..%2fpackage.json',
  '/assets/..%2fbuild%2fmain.js',
  '/assets/%2e%2e%2f%2e%2e%2fREADME.md',
  '/assets/site.css%00.js',
  '/gate/manifest.json',
  '/gate/..%2fpackage.json',
  '/gate/gate-%2e%2e.js',
])('no other file of the server is served: %s', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test('P5 a session ends after the idle limit', async () => {
  const strict = await createSite({ port: 0, idleMinutes: 0.001 })
  const body = new URLSearchParams({ name: '해림' })
  const answer = await fetch(`${strict.url}/login`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: strict.url },
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect((await fetch(`${strict.url}/me`, { headers: { cookie }, redirect: 'manual' })).status).toBe(303)
  await strict.close()
})

test('closes with a live view open', async () => {
  const busy = await createSite({ port: 0 })
  const stream = await fetch(`${busy.url}/wire/stream`)
  await busy.close()
  await expect(stream.text()).rejects.toThrow()
})

test('rejects with EADDRINUSE on a taken port', async () => {
  const squatter = createServer().listen(0)
  await new Promise((resolve) => squatter.once('listening', resolve))
  const { port } = squatter.address() as { port: number }
  await expect(createSite({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  squatter.close()
})

test('receipts are taken once the database is there, also where the first request did not find it', async () => {
  const place = join(mkdtempSync(join(tmpdir(), 'receipts-')), 'data')
  // A file where the database's folder will be.
  writeFileSync(place, '')
  const waiting = await createSite({ port: 0, databaseUrl: `file://${place}` })
  const exported = async () => (await fetch(`${waiting.url}/receipts.json`)).status
  expect(await exported()).toBe(500)
  rmSync(place)
  expect(await exported()).toBe(200)
  await waiting.close()
})

test('opens the database once, and closes it with the site', async () => {
  const server = await pretendPostgres({ answers: 'no rows' })
  const kept = await createSite({ port: 0, databaseUrl: server.url })
  const exported = async () => (await fetch(`${kept.url}/receipts.json`)).text()
  expect(await Promise.all([exported(), exported()])).toEqual(['[]', '[]'])
  expect(await exported()).toBe('[]')
  // Is the table there, make it, and once for each export.
  expect(server.asked).toBe(2 + 3)
  await kept.close()
  await expect.poll(() => server.connections.size).toBe(0)
  server.stop()
})

test('closes where the database was never there', async () => {
  const waiting = await createSite({ port: 0, databaseUrl: 'postgres://127.0.0.1:1/x' })
  expect((await fetch(`${waiting.url}/receipts.json`)).status).toBe(500)
  await waiting.close()
})

test('closes while the database is being looked for', async () => {
  const silent = createTcpServer().listen(0)
  const { port } = silent.address() as AddressInfo
  const waiting = await createSite({ port: 0, databaseUrl: `postgres://127.0.0.1:${port}/x` })
  const asked = fetch(`${waiting.url}/receipts.json`).catch(() => 'gone')
  const [socket] = (await once(silent, 'connection')) as [Socket]
  const closed = waiting.close()
  socket.destroy()
  await closed
  expect(await asked).toBe('gone')
  silent.close()
})
