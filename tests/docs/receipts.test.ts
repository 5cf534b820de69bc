import { expect, test } from 'vitest'
import { openSite } from '../harness/index.js'
import { gatePage, withGate } from '../promises/gatePage.js'
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
