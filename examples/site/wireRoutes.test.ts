import { expect, test } from 'vitest'
import { wireRoutes } from './src/routes/wireRoutes.js'
import { createSessions } from './src/sessions.js'
import { chooseTag } from './src/tag.js'
import { createWireLog } from './src/wireLog.js'

const HIT = {
  kind: 'hit',
  measurementId: 'G-DEMO000000',
  method: 'POST',
  events: ['page_view'],
  clientId: '1.2',
  consent: 'G101',
  page: '/',
} as const

function aView() {
  const log = createWireLog()
  let watching = 0
  const wire: typeof log = {
    ...log,
    subscribe(listener) {
      watching += 1
      const unsubscribe = log.subscribe(listener)
      return () => {
        watching -= 1
        unsubscribe()
      }
    },
  }
  const routes = wireRoutes({
    wire,
    sessions: createSessions(60_000),
    tag: chooseTag(undefined),
    receipts: () => Promise.reject(new Error('not needed')),
    idleMinutes: 1,
  })
  const open = async () => {
    const { body } = await routes.request('/stream')
    return (body as ReadableStream<Uint8Array>).getReader()
  }
  return { routes, wire, open, watching: () => watching }
}

const decoded = async (reader: ReadableStreamDefaultReader<Uint8Array>) =>
  new TextDecoder().decode((await reader.read()).value)

test('the live view gives what is known, then each request once, in its order', async () => {
  const { wire, open } = aView()
  wire.add(HIT)
  const reader = await open()
  expect(await decoded(reader)).toMatch(/^event: entries\ndata: \[\{"number":1,.*\}\]\n\n$/)
  wire.add({ ...HIT, events: ['two'] })
  wire.add({ ...HIT, events: ['three'] })
  expect(await decoded(reader)).toMatch(/^event: entry\ndata: \{"number":2,.*"events":\["two"\]/)
  expect(await decoded(reader)).toMatch(/^event: entry\ndata: \{"number":3,.*"events":\["three"\]/)
  const next = decoded(reader)
  wire.add({ ...HIT, events: ['four'] })
  expect(await next).toMatch(/^event: entry\ndata: \{"number":4,.*"events":\["four"\]/)
  await reader.cancel()
})

test('for a viewer who does not read, no more waits than the log keeps', async () => {
  const { wire, open } = aView()
  const reader = await open()
  await decoded(reader)
  for (let count = 0; count < 500; count += 1) wire.add(HIT)
  const numbers: number[] = []
  while (numbers.at(-1) !== 500) {
    const [, number] = /"number":(\d+)/.exec(await decoded(reader)) ?? []
    numbers.push(Number(number))
  }
  expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => 301 + index))
  await reader.cancel()
})

test('nobody is watched for who has gone, or asked for no more than the headers', async () => {
  const { routes, wire, open, watching } = aView()
  const head = await routes.request('/stream', { method: 'HEAD' })
  expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
  expect(watching()).toBe(0)

  const early = await open()
  await early.cancel()
  const busy = await open()
  await decoded(busy)
  wire.add(HIT)
  await busy.cancel()
  const idle = await open()
  await decoded(idle)
  await new Promise((resolve) => setImmediate(resolve))
  await idle.cancel()
  await expect.poll(watching).toBe(0)
})

test('of the cookies that came the names are given, for nobody to keep', async () => {
  const { routes } = aView()
  const answer = await routes.request('/cookies', { headers: { cookie: 'sid=secret; _ga=GA1.1; odd=%E0' } })
  expect(await answer.json()).toEqual(['sid', '_ga', 'odd'])
  expect(answer.headers.get('cache-control')).toBe('no-store')
})
