import fc from 'fast-check'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createReceiptStore } from './src/createReceiptStore.js'
import { readReceipt } from './src/readReceipt.js'
import type { Receipt } from './src/receipt.js'
import { receiptExports } from './src/receiptExports.js'
import { receiptRoutes } from './src/receiptRoutes.js'
import type { ReceiptStore } from './src/receiptStoreOn.js'
import { aReceipt } from './test/aReceipt.js'

let store: ReceiptStore
let app: Hono

beforeAll(async () => {
  const opening = createReceiptStore({ databaseUrl: 'memory://' })
  app = new Hono()
    .route(
      '/',
      receiptRoutes(() => opening),
    )
    .route(
      '/operator',
      receiptExports(() => opening),
    )
  store = await opening
})
afterAll(() => store.close())

const JSON_TYPE = { 'content-type': 'application/json' }

const post = (body: string, headers: Record<string, string>) =>
  app.request('/receipts', { method: 'POST', body, headers: { ...JSON_TYPE, ...headers } })

const send = (receipt: Receipt, headers: Record<string, string> = {}) =>
  post(JSON.stringify(receipt), { 'idempotency-key': receipt.key, ...headers })

const count = async () => JSON.parse(await store.export('json')).length

test('a new receipt is 201, a repeated one 200, and it is stored once', async () => {
  const receipt = aReceipt()
  const first = await send(receipt)
  expect([first.status, await first.json()]).toEqual([201, { key: receipt.key, stored: 'new' }])
  const second = await send(receipt)
  expect([second.status, await second.json()]).toEqual([200, { key: receipt.key, stored: 'repeated' }])
  expect((await store.list()).filter(({ key }) => key === receipt.key)).toHaveLength(1)
})

test('another receipt under a stored key is 409 and says so', async () => {
  const receipt = aReceipt()
  await send(receipt)
  const answer = await send({ ...receipt, source: 'preferences' })
  expect(answer.status).toBe(409)
  expect((await answer.json()).problems).toEqual([
    {
      where: 'key',
      found: `${receipt.key}, under which another receipt is stored`,
      instead: 'a key of its own for each choice',
    },
  ])
})

test.each([
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'Application/JSON ; charset=utf-8',
])('the body is taken as %s', async (type) => {
  expect((await send(aReceipt(), { 'content-type': type })).status).toBe(201)
})

// What a page of another site can send without asking is one of three types, with any parameter.
test.each([
  'text/plain; application/json',
  'text/plain;a=application/json',
  'multipart/form-data; boundary=application/json',
  'application/x-www-form-urlencoded; application/json;',
  'application/jsonp',
  'application/json-seq',
  'application/json, text/plain',
])('no other type passes for JSON: %s', async (type) => {
  const receipt = aReceipt()
  expect((await send(receipt, { 'content-type': type })).status).toBe(415)
  expect((await store.list()).filter(({ key }) => key === receipt.key)).toEqual([])
})

describe('a broken body is refused with what was wrong, where, and what to write instead', () => {
  const { language: _, ...incomplete } = aReceipt()
  const deep = JSON.stringify({ ...incomplete, language: 0 }).replace(
    '0}',
    `${'['.repeat(7_500)}${']'.repeat(7_500)}}`,
  )
  const cases: [string, unknown, string][] = [
    ['no JSON', '{', 'body'],
    ['a list', [aReceipt()], 'body'],
    ['null', null, 'body'],
    ['a missing field', incomplete, 'language'],
    ['a field too deep to write down again', deep, 'language'],
    ['another schema', { ...aReceipt(), schema: 2 }, 'schema'],
    ['a negative counter', { ...aReceipt(), rev: -1 }, 'rev'],
    ['a counter as text', { ...aReceipt(), rev: '1' }, 'rev'],
    ['a local time', { ...aReceipt(), time: '2026-12-01 09:30' }, 'time'],
    ['a day that does not exist', { ...aReceipt(), time: '2026-02-30T00:00:00.000Z' }, 'time'],
    ['no answers', { ...aReceipt(), choices: {} }, 'choices'],
    ['an answer that is neither', { ...aReceipt(), choices: { analytics: true } }, 'choices'],
    ['an address with a null character', { ...aReceipt(), policyUrl: '/\0' }, 'policyUrl'],
    ['half a surrogate pair', { ...aReceipt(), policyUrl: '/\ud800' }, 'policyUrl'],
    ['an IP address beside the fields', { ...aReceipt(), ip: '203.0.113.9' }, 'ip'],
    ['a user agent beside the fields', { ...aReceipt(), userAgent: 'Mozilla/5.0' }, 'userAgent'],
  ]
  test.each(cases)('%s', async (_name, body, where) => {
    const before = await count()
    const key = (body as { key?: string } | null)?.key ?? 'k'
    const answer = await post(typeof body === 'string' ? body : JSON.stringify(body), {
      'idempotency-key': key,
    })
    expect(answer.status).toBe(400)
    const { error, problems } = await answer.json()
    expect(error).toBe('This receipt was not stored.')
    expect(problems).toEqual([{ where, found: expect.any(String), instead: expect.any(String) }])
    expect(await count()).toBe(before)
  })

  test.each([
    ['is not there', { language: undefined }, 'language', 'nothing'],
    ['is short', { rev: '1' }, 'rev', '"1"'],
    ['has 80 characters', { rev: 'x'.repeat(78) }, 'rev', `"${'x'.repeat(78)}"`],
    ['has more', { rev: 'x'.repeat(79) }, 'rev', `"${'x'.repeat(79)}…`],
    ['has no place in a receipt', { ip: '203.0.113.9' }, 'ip', '"203.0.113.9"'],
  ])('what %s is shown as it stands, up to 80 characters', (_name, given, where, found) => {
    const reading = readReceipt(JSON.stringify({ ...aReceipt(), ...given }))
    expect(reading).toMatchObject({ ok: false, problems: [{ where, found }] })
  })

  test('every problem is named at once', async () => {
    const answer = await post('{}', {})
    const wheres = (await answer.json()).problems.map(({ where }: { where: string }) => where)
    expect(wheres.sort()).toEqual(Object.keys(aReceipt()).sort())
  })

  test.each([
    ['another content type', 415, { 'content-type': 'text/plain' }, 'Content-Type header', 'text/plain'],
    ['no content type', 415, { 'content-type': '' }, 'Content-Type header', 'nothing'],
    [
      'a form, which other sites may send',
      415,
      { 'content-type': 'application/x-www-form-urlencoded' },
      'Content-Type header',
      'application/x-www-form-urlencoded',
    ],
    [
      'a key that is not the one of the header',
      400,
      { 'idempotency-key': 'other' },
      'Idempotency-Key header',
      'other',
    ],
  ])('%s', async (_name, status, headers: Record<string, string>, where, found) => {
    const before = await count()
    const answer = await send(aReceipt(), headers)
    expect(answer.status).toBe(status)
    expect((await answer.json()).problems).toMatchObject([{ where, found }])
    expect(await count()).toBe(before)
  })

  test('no key in the header', async () => {
    const receipt = aReceipt()
    const answer = await post(JSON.stringify(receipt), {})
    expect(answer.status).toBe(400)
    expect((await answer.json()).problems).toEqual([
      { where: 'Idempotency-Key header', found: 'nothing', instead: `the key of the body, ${receipt.key}` },
    ])
  })

  test('more than 16 KB, whether announced or not', async () => {
    const body = JSON.stringify({ ...aReceipt(), policyUrl: 'x'.repeat(16 * 1024) })
    const announced = await post(body, { 'content-length': `${body.length}` })
    const stream = new Response(body).body
    const chunked = await app.request('/receipts', {
      method: 'POST',
      headers: JSON_TYPE,
      body: stream,
      duplex: 'half',
    } as RequestInit)
    for (const answer of [announced, chunked]) {
      expect(answer.status).toBe(413)
      expect((await answer.json()).problems).toEqual([
        { where: 'body', found: 'more than 16384 bytes', instead: 'at most 16384 bytes' },
      ])
    }
  })
})

test('reading a body is total, and never lets more than the fields of a receipt through', () => {
  const fields = Object.keys(aReceipt()).sort()
  const almost = fc
    .tuple(fc.constantFrom(...fields), fc.jsonValue())
    .map(([field, value]) => JSON.stringify({ ...aReceipt(), [field]: value }))
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), almost), (body) => {
      const reading = readReceipt(body)
      if (reading.ok) expect(Object.keys(reading.receipt).sort()).toEqual(fields)
      else expect(reading.problems.length).toBeGreaterThan(0)
    }),
    { numRuns: 2_000 },
  )
})

describe('the export', () => {
  test('is not among what is there for pages', async () => {
    for (const path of ['/receipts', '/receipts.json', '/receipts.csv'])
      expect((await app.request(path)).status).toBe(404)
  })

  test('is JSON, and CSV with a header line, for nobody to cache or to take for a page', async () => {
    const receipt = aReceipt()
    await send(receipt)
    const asJson = await app.request('/operator/receipts.json')
    expect(asJson.status).toBe(200)
    expect(asJson.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(asJson.headers.get('cache-control')).toBe('no-store')
    expect(asJson.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await asJson.json()).at(-1)).toMatchObject(receipt)

    const asCsv = await app.request('/operator/receipts.csv')
    expect(asCsv.status).toBe(200)
    expect(asCsv.headers.get('cache-control')).toBe('no-store')
    expect(asCsv.headers.get('x-content-type-options')).toBe('nosniff')
    expect(asCsv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(asCsv.headers.get('content-disposition')).toBe('attachment; filename="receipts.csv"')
    const lines = (await asCsv.text()).trimEnd().split('\r\n')
    expect(lines[0]).toBe(
      'seq,received,key,schema,recordId,rev,time,policyVersion,policyUrl,source,choices,host,language',
    )
    expect(lines.at(-1)).toContain('"{""videos"":""denied"",""google-analytics"":""granted""}"')
  })

  test.each([
    ['=HYPERLINK("//x")', `'=HYPERLINK("//x")`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    // As East Asian keyboards write them.
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    // Where the comma is for decimals, a spreadsheet begins a cell after each semicolon, quoted or not.
    ['/x;=1+1;+2;/y', "/x;'=1+1;'+2;/y"],
    ['/x; =1+1', "/x; '=1+1"],
    ['/privacy;v=1?a=b+c&d=-1@e', '/privacy;v=1?a=b+c&d=-1@e'],
  ])('holds no formula: %s', async (policyUrl, safe) => {
    await send(aReceipt({ policyUrl }))
    const csv = await (await app.request('/operator/receipts.csv')).text()
    expect(csv.trimEnd().split('\r\n').at(-1)).toContain(`,"${safe.replaceAll('"', '""')}",`)
  })

  test('keeps nothing of the request that the visitor did not see', async () => {
    const headers = { 'user-agent': 'Probe/9', 'x-forwarded-for': '203.0.113.9', cookie: 'sid=secret' }
    await send(aReceipt(), headers)
    const all = `${await store.export('json')}${await store.export('csv')}`
    for (const trace of ['Probe/9', '203.0.113.9', 'secret']) expect(all).not.toContain(trace)
  })
})
