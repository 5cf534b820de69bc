import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createReceiptStore } from './src/createReceiptStore.js'
import type { Database } from './src/database.js'
import { databaseKind } from './src/databaseKind.js'
import { openDatabase } from './src/openDatabase.js'
import { receiptFields } from './src/receiptFields.js'
import { type ReceiptStore, receiptStoreOn } from './src/receiptStoreOn.js'
import { schema } from './src/schema.js'
import { aReceipt } from './test/aReceipt.js'
import { databases } from './test/databases.js'
import { ownSchema } from './test/ownSchema.js'
import { pretendPostgres } from './test/pretendPostgres.js'

const document = readFileSync(new URL('../../docs/receipts.md', import.meta.url), 'utf8')
const retention = /```sql\n(begin;.*?)```/s.exec(document)?.[1] ?? ''

describe.each(databases)('on $name', ({ name, start }) => {
  let server: Awaited<ReturnType<typeof start>>
  let db: Database
  let store: ReceiptStore

  beforeAll(async () => {
    server = await start()
    db = await openDatabase(server.url)
    store = await receiptStoreOn(db)
  })
  afterAll(async () => {
    await store.close()
    await server.stop()
  })

  test('a receipt comes back as it was sent, with its place and time of arrival', async () => {
    const receipt = aReceipt()
    const before = Date.now()
    expect(await store.add(receipt)).toBe('new')
    const [stored] = await store.list({ limit: 1 })
    expect(stored).toEqual({ ...receipt, seq: expect.any(Number), received: expect.any(String) })
    // The database may have a clock of its own.
    expect(Math.abs(Date.parse(stored?.received ?? '') - before)).toBeLessThan(60_000)
  })

  test('a repeated key is stored once, however many arrive at the same time', async () => {
    const receipt = aReceipt()
    const answers = await Promise.all(Array.from({ length: 8 }, () => store.add(receipt)))
    expect(answers.filter((answer) => answer === 'new')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'repeated')).toHaveLength(7)
    expect((await store.list()).filter(({ key }) => key === receipt.key)).toHaveLength(1)
  })

  test('answers in another order are a repetition', async () => {
    const receipt = aReceipt()
    await store.add(receipt)
    const choices = { videos: 'denied', 'google-analytics': 'granted' } as const
    expect(await store.add({ ...receipt, choices })).toBe('repeated')
  })

  test('another receipt under a stored key is told apart, and what is stored stays', async () => {
    const receipt = aReceipt()
    await store.add(receipt)
    expect(await store.add({ ...receipt, choices: { videos: 'granted' } })).toBe('differs')
    expect((await store.list({ limit: 1 }))[0]?.choices).toEqual(receipt.choices)
  })

  test('list goes back page by page, newest first, without gaps', async () => {
    const keys = []
    for (let count = 0; count < 5; count += 1) {
      const receipt = aReceipt()
      keys.unshift(receipt.key)
      await store.add(receipt)
    }
    const seen: string[] = []
    let before: number | undefined
    while (seen.length < 5) {
      const page = await store.list({ limit: 2, ...(before !== undefined && { before }) })
      seen.push(...page.map(({ key }) => key))
      before = page.at(-1)?.seq
    }
    expect(seen.slice(0, 5)).toEqual(keys)
  })

  test('list gives 50 where nobody says how many, and from 1 to 500 of what arrived at once, in its order', async () => {
    await db.query(`
      insert into consent_receipts
        (key, schema, record_id, rev, time, policy_version, policy_url, source, choices, host, language)
      select 'many-' || n, 1, 'many', n, now(), 'v', '', 'api', '{"a":"denied"}', '', ''
      from generate_series(1, 501) n`)
    expect(await store.list()).toHaveLength(50)
    for (const [limit, given] of [
      [0, 1],
      [-3, 1],
      [1.9, 1],
      [501, 500],
    ] as const)
      expect(await store.list({ limit })).toHaveLength(given)
    const revs = (await store.list({ limit: 500 })).map(({ rev }) => rev)
    expect(revs).toEqual(Array.from({ length: 500 }, (_, index) => 501 - index))
  })

  test('whatever passes the field rules can be stored, exported and told to be a repetition', async () => {
    const word = fc.stringMatching(/^[\w-]{1,40}$/)
    const url = fc.string({ unit: 'grapheme', maxLength: 60 }).filter(receiptFields.policyUrl.accepts)
    const time = fc
      .date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
      .map((date) => date.toISOString())
    const answers = fc.dictionary(word, fc.constantFrom('granted' as const, 'denied' as const), {
      minKeys: 1,
      maxKeys: 20,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          rev: fc.maxSafeNat(),
          time,
          policyVersion: word,
          policyUrl: url,
          source: word,
          choices: answers,
          host: fc.domain(),
          language: fc.constantFrom('', 'ko', 'zh-Hant-TW'),
        }),
        async (changes) => {
          const receipt = aReceipt(changes)
          expect(await store.add(receipt)).toBe('new')
          expect(await store.add(receipt)).toBe('repeated')
          expect((await store.list({ limit: 1 }))[0]).toMatchObject(receipt)
        },
      ),
      { numRuns: 60 },
    )
    const exported = JSON.parse(await store.export('json'))
    expect(exported.map(({ seq }: { seq: number }) => seq)).toEqual(
      [...exported.map(({ seq }: { seq: number }) => seq)].sort((a, b) => a - b),
    )
    expect((await store.export('csv')).split('\r\n').length).toBeGreaterThan(exported.length)
  })

  test.each([
    "update consent_receipts set choices = '{}'",
    'delete from consent_receipts',
    'truncate consent_receipts',
    `insert into consent_receipts overriding user value
       select * from consent_receipts on conflict (key) do update set rev = 9`,
  ])('append-only, for the owner of the table too: %s', async (sql) => {
    const receipt = aReceipt()
    await store.add(receipt)
    const before = await store.export('json')
    await expect(db.query(sql)).rejects.toThrow('append-only')
    expect(await store.export('json')).toBe(before)
  })

  // A folder is for one process at a time.
  if (name.startsWith('PostgreSQL')) {
    test('several servers may start at once where there is no table yet', async () => {
      const empty = await ownSchema(server.url)
      const opened = Array.from({ length: 8 }, () => createReceiptStore({ databaseUrl: empty.url }))
      const stores = await Promise.all(opened)
      await stores[0]?.add(aReceipt())
      expect(await stores[7]?.list()).toHaveLength(1)
      await Promise.all(stores.map((each) => each.close()))
      await empty.stop()
    })
  }

  test('starting again keeps what is stored', async () => {
    await store.add(aReceipt())
    const before = await store.export('json')
    await Promise.all([db.script(schema), db.script(schema)])
    expect(await store.export('json')).toBe(before)
  })

  test('the retention script of docs/receipts.md removes what is old, and the table is append-only again', async () => {
    const young = aReceipt()
    await store.add(young)
    expect(retention).toContain("interval '3 years'")
    await db.script(retention.replace(/^(begin|commit);$/gm, ''))
    expect((await store.list({ limit: 1 }))[0]?.key).toBe(young.key)
    await db.script(
      retention.replace(/^(begin|commit);$/gm, '').replace("interval '3 years'", "interval '-1 day'"),
    )
    expect(await store.list()).toEqual([])
    await store.add(young)
    await expect(db.query('delete from consent_receipts')).rejects.toThrow('append-only')
  })
})

test('a role that may only read and add is enough, as docs/receipts.md grants it', async () => {
  const db = await openDatabase('memory://')
  await db.script(schema)
  await db.script(/```sql\n(create role.*?)```/s.exec(document)?.[1] ?? '')
  await db.query('set role receipts_app')
  const store = await receiptStoreOn(db)
  expect(await store.add(aReceipt())).toBe('new')
  expect(await store.list()).toHaveLength(1)
  await expect(db.query('alter table consent_receipts disable trigger all')).rejects.toThrow('must be owner')
  await store.close()
})

test.each([
  ['mysql://root:hunter2@localhost/x', 'DATABASE_URL must start with postgres://'],
  ['"postgres://root:hunter2@localhost/x"', 'DATABASE_URL must start with postgres://'],
  ['postgres://root:hunter2#@localhost/x', 'DATABASE_URL is no address'],
  ['postgres://root:hunter2/@localhost/x', 'DATABASE_URL is no address'],
  ['postgres://root:hunter2@localhost:70000/x', 'DATABASE_URL is no address'],
])('an address that names no database is refused, without repeating its password: %s', async (url, why) => {
  const refused = await createReceiptStore({ databaseUrl: url }).catch((error) => inspect(error))
  expect(refused).toContain(why)
  expect(refused).not.toContain('hunter2')
})

test.each([
  'postgres://u:hunter2@/x',
  'postgres:///x?host=/var/run/postgresql',
  'postgres://%2Fvar%2Frun/x',
  'postgresql://u@[::1]:5432/x',
])('an address that pg can read is not refused: %s', (url) => {
  expect(databaseKind(url)).toBe('postgres')
})

test.each(['postgres', 'postgresql'])(
  'a server that is not there is said at the start: %s',
  async (scheme) => {
    await expect(createReceiptStore({ databaseUrl: `${scheme}://127.0.0.1:1/x` })).rejects.toThrow(
      'ECONNREFUSED',
    )
  },
)

test('a server that stops answering is an error, and its connection is given up', async () => {
  const server = await pretendPostgres({ answers: 'nothing' })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const opening = createReceiptStore({ databaseUrl: server.url }).catch(({ message }) => message)
    await expect.poll(() => server.asked).toBe(1)
    vi.advanceTimersByTime(30_000)
    expect(await opening).toContain('timeout')
    await expect.poll(() => server.connections.size).toBe(0)
  } finally {
    vi.useRealTimers()
    server.stop()
  }
})

test('a connection that breaks while nobody uses it is replaced by the next question', async () => {
  const server = await pretendPostgres({ answers: 'no rows' })
  const store = await createReceiptStore({ databaseUrl: server.url })
  for (const socket of server.connections) socket.end()
  await expect.poll(() => server.connections.size).toBe(0)
  expect(await store.list()).toEqual([])
  await store.close()
  await expect.poll(() => server.connections.size).toBe(0)
  server.stop()
})

test('where the table cannot be made, the database is not left open', async () => {
  const close = vi.fn(async () => {})
  const query = () => Promise.reject(new Error('no rights'))
  const create = vi.spyOn(PGlite, 'create').mockResolvedValue({ query, close } as never)
  try {
    await expect(createReceiptStore({ databaseUrl: 'memory://' })).rejects.toThrow('no rights')
    expect(close).toHaveBeenCalledOnce()
  } finally {
    create.mockRestore()
  }
})

test('a folder keeps the receipts for the next start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'receipts-'))
  const receipt = aReceipt()
  const first = await createReceiptStore({ databaseUrl: `file://${folder}` })
  await first.add(receipt)
  await first.close()
  const second = await createReceiptStore({ databaseUrl: `file://${folder}` })
  expect(await second.list()).toMatchObject([receipt])
  await second.close()
  rmSync(folder, { recursive: true })
})
