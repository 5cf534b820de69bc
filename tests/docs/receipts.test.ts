import { expect, test } from 'vitest'
import { gatePage, openSite, withGate } from '../harness/index.js'
import { blocksIn, section } from './section.js'
import { codesIn, tableOf } from './tableOf.js'

const DOCUMENT = 'docs/receipts.md'
const SENT = section(DOCUMENT, '## What is sent')
const [example = '{}'] = blocksIn(SENT, 'json')

interface Receipt {
  readonly key: string
  readonly recordId: string
  readonly rev: number
  readonly time: string
}

const keyOf = ({ recordId, rev, time }: Receipt) => `${recordId}-${rev}-${Date.parse(time).toString(36)}`

/** What arrives at a site's own address after the answers that `act` gives. */
async function received(lang: string) {
  const receipts: { header: unknown; body: Receipt & Record<string, unknown> }[] = []
  const { page } = await openSite({
    host: 'www.example.test',
    page: gatePage({
      policies: [{ version: '2026-12-01', url: '/privacy' }],
      receipts: { url: '/receipts' },
      ...(lang && { ui: { lang } }),
    }),
    respond({ url, method, headers, body }) {
      if (url.pathname !== '/receipts' || method !== 'POST') return undefined
      receipts.push({ header: headers['idempotency-key'], body: JSON.parse(body) })
      return { status: 201 }
    },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await expect.poll(() => receipts.length).toBe(1)
  await withGate(page, (gate) => gate.withdraw().ok)
  await expect.poll(() => receipts.length).toBe(2)
  return receipts
}

test('the example of docs/receipts.md has the fields of a receipt that arrives, in its order, and each is explained', async () => {
  const [first] = await received('en')
  const fields = Object.keys(first?.body ?? {})
  expect(Object.keys(JSON.parse(example))).toEqual(fields)
  expect(tableOf(SENT, 'field').flatMap(([field]) => codesIn(field))).toEqual(fields)
})

test('a receipt goes to the address as seen from the page, whatever its <base> is', async () => {
  const { page, requests } = await openSite({
    host: 'example.test',
    page: `<base href="https://www.example.test/">${gatePage({ receipts: { url: '/receipts' } })}`,
    respond: ({ url }) => (url.pathname === '/receipts' ? { status: 201 } : undefined),
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  const asked = () => requests.flatMap(({ url }) => (url.pathname === '/receipts' ? url.host : []))
  await expect.poll(asked).toEqual(['example.test'])
})

test('a receipt waits until another origin allows what docs/receipts.md names, and brings no cookies there', async () => {
  const [bullet] = section(DOCUMENT, '## When, and how it is retried').match(/^- \*\*An address on.+$/m) ?? []
  const told = codesIn(bullet)
  const asksFor = told.slice(told.indexOf('Access-Control-Allow-Headers') + 1).join()
  let headers = {}
  const { page, requests } = await openSite({
    page: gatePage({ receipts: { url: 'https://proofs.test/receipts' } }),
    before: (context) => context.addCookies([{ name: 'a', value: '1', url: 'https://proofs.test' }]),
    respond: ({ url }) => (url.host === 'proofs.test' ? { status: 204, headers } : undefined),
  })
  const asked = (method: string) =>
    requests.filter((request) => request.url.host === 'proofs.test' && request.method === method)
  const waiting = () => withGate(page, (gate) => gate.exportData().receipts.length)
  await withGate(page, (gate) => gate.rejectAll().ok)
  await expect.poll(() => asked('OPTIONS').length).toBe(1)
  expect(await waiting()).toBe(1)
  headers = {
    'access-control-allow-origin': 'https://example.test',
    'access-control-allow-headers': asksFor,
  }
  await page.reload()
  await expect.poll(waiting).toBe(0)
  expect(asked('POST').map((request) => request.headers.cookie)).toEqual([undefined])
})

test.each([
  [
    '302 to a page to log in',
    302,
    { 'content-type': 'text/html; charset=utf-8' },
    1,
    'https://example.test/there',
  ],
  ['308 to where receipts are taken', 308, { 'content-type': 'application/json' }, 0, undefined],
])('a receipt is there until it is taken: %s', async (_, status, headers, left, told) => {
  const { page } = await openSite({
    page: gatePage({ receipts: { url: '/receipts' } }),
    respond({ url }) {
      if (url.pathname === '/receipts') return { status, headers: { location: '/there' } }
      return url.pathname === '/there' ? { headers, body: '{}' } : undefined
    },
  })
  await page.evaluate('window.told = []')
  await withGate(page, (gate) => {
    const { told } = window as unknown as { told: unknown[] }
    gate.onIssue(({ code, value }) => code === 'CG210' && told.push(value))
    return gate.acceptAll().ok
  })
  await page.waitForResponse('**/there')
  const waiting = () => withGate(page, (gate) => gate.exportData().receipts.length)
  await expect.poll(() => page.evaluate('told[0]')).toBe(told)
  await expect.poll(waiting).toBe(left)
})

test('the key is what docs/receipts.md says: the record, its counter and the time', async () => {
  const given: Receipt = JSON.parse(example)
  expect(given.key).toBe(keyOf(given))
  const receipts = await received('en')
  for (const { header, body } of receipts) {
    expect(body.key).toBe(keyOf(body))
    expect(header).toBe(body.key)
  }
  expect(receipts.map(({ body }) => [body.recordId, body.rev])).toEqual([
    [receipts[0]?.body.recordId, 1],
    [receipts[0]?.body.recordId, 2],
  ])
})

// The harness writes pages in Korean.
test.each([
  ['en', 'en'],
  ['', 'ko'],
])('the language is the one that the site asked for ("%s"), else the page’s: %s', async (lang, language) => {
  const [first] = await received(lang)
  expect(first?.body.language).toBe(language)
})
