import { expect, test } from 'vitest'
import { cookiesOf, type NetworkRequest, type SiteOptions } from '../harness/index.js'
import { ID } from './gaPage.js'
import { openGranted } from './openGranted.js'

const COLLECT = `https://www.google-analytics.com/g/collect?v=2&tid=${ID}&en=own`
const guests = ['maps.googleapis.com', 'fonts.gstatic.com', 'accounts.google.com', 'api.example.test']

/** Everything a page may do with fetch and sendBeacon that is no measurement; what it got, errors included. */
const probe = `(async () => {
  const outcomes = {}
  const note = async (name, action) => {
    try {
      const result = await action()
      outcomes[name] = result instanceof Response
        ? [result.status, result.type, result.url, result.headers.get('x-answer'), await result.text()]
        : [result, typeof result]
    } catch (error) {
      outcomes[name] = [error.name, error.message]
    }
  }
  const detached = window.fetch
  const aborted = new AbortController()
  aborted.abort(new DOMException('enough', 'AbortError'))
  await note('string', () => fetch('https://maps.googleapis.com/maps/api/js?v=2&collect'))
  await note('URL', () => fetch(new URL('https://fonts.gstatic.com/s/font.woff2')))
  await note('Request', () => fetch(new Request('https://api.example.test/save', { method: 'PUT', body: 'kept', headers: { 'x-mine': '1' } })))
  await note('Request and init', () => fetch(new Request('https://api.example.test/save'), { method: 'POST', body: 'of init' }))
  await note('relative', () => fetch('/own?g=/g/collect', { method: 'POST', body: new URLSearchParams({ a: '1' }) }))
  await note('own analytics', () => fetch('/api/analytics', { method: 'POST', body: 'x' }))
  await note('sign-in', () => fetch('https://accounts.google.com/o/oauth2/token', { method: 'POST' }))
  await note('reCAPTCHA', () => fetch('https://www.google.com/recaptcha/api2/reload', { mode: 'no-cors' }))
  await note('detached', () => detached('/own'))
  await note('other this', () => fetch.call(undefined, '/own'))
  await note('apply', () => fetch.apply(window, ['/own', { method: 'DELETE' }]))
  await note('aborted', () => fetch('/own', { signal: aborted.signal }))
  await note('network failure', () => fetch('https://api.example.test/dead'))
  await note('no address', () => fetch('https://'))
  await note('nothing', () => fetch())
  await note('bad method', () => fetch('/own', { method: 'TRACE' }))
  await note('wrong this', () => fetch.call({}, '/own'))
  await note('beacon', () => navigator.sendBeacon('/beacon', 'body'))
  await note('beacon to another host', () => navigator.sendBeacon('https://api.example.test/beacon', new Blob(['blob'])))
  await note('beacon with no address', () => navigator.sendBeacon('http://'))
  await note('beacon with nothing', () => navigator.sendBeacon())
  await note('beacon with wrong this', () => navigator.sendBeacon.call({}, '/beacon'))
  await note('beacon too large', () => navigator.sendBeacon('/beacon', new Uint8Array(70_000)))
  return outcomes
})()`

const guest = ({ url, method, body, headers }: NetworkRequest) => {
  if (!guests.includes(url.hostname)) return undefined
  if (url.pathname === '/dead') return 'abort' as const
  return {
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': '*',
      'access-control-allow-headers': '*',
      'access-control-expose-headers': 'x-answer',
      'x-answer': `${method} ${url.pathname} ${headers['x-mine'] ?? ''}`,
    },
    body: `answer to ${body}`,
  }
}

const native = `[Object.hasOwn(navigator, 'sendBeacon'), /native code/.test(fetch), window.nativeFetch === fetch]`
const untouched = [false, true, true]
/** After a new yes the guard goes on answering what the tag had queued before the no, for six seconds. */
const DRAINED_MS = 6_500
const keepNative = 'window.nativeFetch = window.fetch'
/** For pages whose clock is put forward over these seconds. */
const withClock: Partial<SiteOptions> = { before: (context) => context.clock.install() }

test('P15 while withdrawn everything but measurement passes with arguments, results and errors intact', async () => {
  const asked: string[] = []
  const { page } = await openGranted({
    respond: (request) => {
      const { pathname } = request.url
      // Chromium asks again after a failed connection, as often as it likes.
      if (!/^\/(gate|gtag|favicon|g\/collect|dead)/.test(pathname) && request.method !== 'OPTIONS') {
        asked.push(`${request.method} ${request.url.host}${pathname} ${request.body.slice(0, 20)}`)
      }
      if (/^\/(own|api|beacon)/.test(pathname) && !guests.includes(request.url.hostname)) {
        return { headers: { 'x-answer': request.method }, body: `answer to ${request.body.slice(0, 20)}` }
      }
      return guest(request)
    },
  })
  /** The probe waits for the answers to all but its two beacons. */
  const taken = async () => {
    await expect.poll(() => asked.filter((one) => one.includes('/beacon'))).toHaveLength(2)
    return asked.splice(0).sort()
  }
  asked.length = 0
  const before = await page.evaluate(probe)
  const askedBefore = await taken()
  await page.evaluate('ConsentGate.withdraw()')
  const during = await page.evaluate(probe)
  expect(during).toEqual(before)
  expect(await taken()).toEqual(askedBefore)
  expect(askedBefore.length).toBeGreaterThan(12)
})

test("P15 a server of the site's own that takes hits answers its other paths while withdrawn", async () => {
  const { page, wire, requests } = await openGranted({
    analytics: { transportUrl: 'https://shop.example.test/metrics' },
  })
  expect(wire.log().at(-1)).toContain('shop.example.test')
  await page.evaluate('ConsentGate.withdraw()')
  expect(await page.evaluate(`fetch('/metrics/health').then((answer) => answer.text())`)).toContain(
    'Elsewhere',
  )
  // A part of ours that a withdrawal asks for may be on its way as well.
  expect(requests.filter(({ url }) => url.pathname === '/metrics/health')).toHaveLength(1)
})

test('P15 measurements are answered, never failed: 204 and true, and no pixel takes their place', async () => {
  const { page, wire, errors } = await openGranted()
  const before = wire.requests.length
  await page.evaluate(`gtag('event', 'queued'); ConsentGate.withdraw()`)
  const answers = await page.evaluate(`(async () => [
    ...await Promise.all(['${COLLECT}', new URL('${COLLECT}'), new Request('${COLLECT}', { mode: 'no-cors' })].map(
      async (to) => { const { status, ok } = await fetch(to, { method: 'POST', mode: 'no-cors', body: 'en=e' }); return [status, ok] })),
    navigator.sendBeacon('${COLLECT}'), navigator.sendBeacon('${COLLECT}', 'en=e'),
    navigator.sendBeacon(new URL('https://region1.google-analytics.com/g/collect?v=2')),
    navigator.sendBeacon('https://analytics.google.com/g/collect?v=2'),
    navigator.sendBeacon('https://stats.g.doubleclick.net/g/collect?v=2'),
  ])()`)
  expect(answers).toEqual([[204, true], [204, true], [204, true], true, true, true, true, true])
  await wire.during(800)
  expect(wire.log().slice(before)).toEqual([])
  expect(errors).toEqual([])
})

test('P15 the guard is there only while withdrawn, and until the queue of before is gone: then native, also after destroy()', async () => {
  await Promise.all(
    ['', 'ConsentGate.destroy()'].map(async (end) => {
      const { page } = await openGranted({ before: (context) => context.addInitScript(keepNative) })
      expect(await page.evaluate(native)).toEqual(untouched)
      await page.evaluate('ConsentGate.withdraw()')
      expect(await page.evaluate(native)).not.toEqual(untouched)
      await page.evaluate(`ConsentGate.acceptAll(); ${end}`)
      await expect.poll(() => page.evaluate(native), { timeout: 20_000 }).toEqual(untouched)
    }),
  )
})

test('P15 where the tag never ran nothing is patched, also while refused and after destroy()', async () => {
  const { page } = await openGranted({ before: (context) => context.addInitScript(keepNative) })
  await page.evaluate('ConsentGate.withdraw()')
  await page.reload()
  await page.waitForFunction('window.ConsentGate && ConsentGate.get')
  expect(await page.evaluate(native)).toEqual(untouched)
  await page.evaluate(`ConsentGate.destroy()`)
  expect(await page.evaluate(native)).toEqual(untouched)
  expect(await page.evaluate(`'ga-disable-${ID}' in window`)).toBe(false)
})

const wrap = `{
  const inner = window.fetch, innerBeacon = navigator.sendBeacon
  window.calls = []
  window.fetch = function (...args) { calls.push('fetch'); return inner.apply(this, args) }
  navigator.sendBeacon = function (...args) { calls.push('beacon'); return innerBeacon.apply(this, args) }
  window.wrapped = [window.fetch, navigator.sendBeacon]
}`
const stillWrapped = '[wrapped[0] === fetch, wrapped[1] === navigator.sendBeacon]'

test('P15 code that wraps fetch after the guard survives its lifting, and the guard works under it', async () => {
  const { page, wire } = await openGranted(withClock)
  await page.evaluate(`ConsentGate.withdraw(); ${wrap}`)
  const before = wire.requests.length
  await page.evaluate(
    `fetch('${COLLECT}', { method: 'POST', mode: 'no-cors' }); navigator.sendBeacon('${COLLECT}')`,
  )
  await wire.during(300)
  expect(wire.log().slice(before)).toEqual([])

  await page.evaluate('ConsentGate.acceptAll()')
  expect(await page.evaluate(stillWrapped)).toEqual([true, true])
  await wire.waitForEvent('page_view', { count: 2 })
  await page.clock.fastForward(DRAINED_MS)
  expect(await page.evaluate(stillWrapped)).toEqual([true, true])
  await page.evaluate(
    `fetch('${COLLECT}', { method: 'POST', mode: 'no-cors' }); navigator.sendBeacon('${COLLECT}')`,
  )
  await wire.waitForEvent('own', { count: 2 })

  const again = wire.requests.length
  await page.evaluate(
    `gtag('event', 'queued'); ConsentGate.withdraw(); fetch('${COLLECT}', { method: 'POST' })`,
  )
  await wire.during(900)
  expect(wire.log().slice(again)).toEqual([])
  await page.evaluate('ConsentGate.acceptAll()')
  await wire.waitForEvent('page_view', { count: 3 })
  expect(Number(await page.evaluate('calls.length'))).toBeGreaterThan(5)
})

test('P15 code that wrapped fetch before the guard stays in use, and comes back as it was', async () => {
  const { page, wire } = await openGranted(withClock)
  await page.evaluate(wrap)
  await page.evaluate('ConsentGate.withdraw()')
  const before = wire.requests.length
  await page.evaluate(
    `fetch('${COLLECT}', { method: 'POST', mode: 'no-cors' }); fetch('/own').catch(() => {})`,
  )
  await wire.during(300)
  expect(wire.log().slice(before)).toEqual([])
  await page.evaluate('ConsentGate.acceptAll()')
  await page.clock.fastForward(DRAINED_MS)
  expect(await page.evaluate(stillWrapped)).toEqual([true, true])
})

test('P2 an instrumentation that takes its own wrapper off while withdrawn does not disarm the next withdrawal', async () => {
  const { page, wire } = await openGranted({ ...withClock, gtag: { queueMs: 600 } })
  await page.evaluate(`window.native = fetch; window.fetch = function (...args) { return native.apply(this, args) }
    ConsentGate.withdraw(); window.fetch = native; ConsentGate.acceptAll()`)
  await wire.waitForEvent('page_view', { count: 2 })
  await page.clock.fastForward(DRAINED_MS)
  const before = wire.requests.length
  await page.evaluate(`gtag('event', 'queued'); ConsentGate.withdraw()`)
  await wire.during(1_200)
  expect(wire.log().slice(before)).toEqual([])
})

test('P15 destroyed while denied: flag and guard stay, a new tag starts again with a yes', async () => {
  const { page, wire, context } = await openGranted({ gtag: { queueMs: 300 } })
  const before = wire.requests.length
  await page.evaluate(`gtag('event', 'queued'); ConsentGate.withdraw(); ConsentGate.destroy()
    gtag('event', 'later'); history.pushState({}, '', '/pushed')`)
  await wire.during(800)
  expect(wire.log().slice(before)).toEqual([])
  expect(await page.evaluate(`window['ga-disable-${ID}']`)).toBe(true)
  expect(await page.evaluate(`fetch('${COLLECT}').then(({ status }) => status)`)).toBe(204)

  await page.evaluate(`{ const tag = document.createElement('script'); tag.src = '/gate/gate.js?again'
    tag.dataset.config = '#config'; document.head.append(tag) }`)
  await page.waitForFunction('window.ConsentGate && ConsentGate.get')
  await wire.during(500)
  expect(wire.log().slice(before)).toEqual([])
  await page.evaluate('ConsentGate.acceptAll()')
  await wire.waitForEvent('page_view', { count: 2 })
  await wire.during(600)
  const names = wire.events().map(({ name }) => name)
  expect(names.filter((name) => name !== 'user_engagement')).toEqual(['page_view', 'page_view'])
  expect(wire.of('gtag')).toHaveLength(1)
  expect(await cookiesOf(context, '_ga')).toHaveLength(2)
})
