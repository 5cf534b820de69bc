import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Problem, readReceipt } from './readReceipt.js'
import type { ReceiptStore } from './receiptStoreOn.js'

const LARGEST = 16 * 1024

const refusal = (...problems: readonly Problem[]) => ({ error: 'This receipt was not stored.', problems })

const tooLarge = bodyLimit({
  maxSize: LARGEST,
  onError: (c) =>
    c.json(
      refusal({ where: 'body', found: `more than ${LARGEST} bytes`, instead: `at most ${LARGEST} bytes` }),
      413,
    ),
})

/**
 * `POST /receipts`, for pages. JSON as the only content type keeps other sites out: a browser asks before it sends
 * that across origins, and nothing here answers yes. The store is opened by the first request, which waits for it.
 */
export function receiptRoutes(open: () => ReceiptStore | Promise<ReceiptStore>): Hono {
  const routes = new Hono()

  routes.post('/receipts', tooLarge, async (c) => {
    const type = c.req.header('content-type') ?? ''
    if (!/^application\/json(\s*;|$)/i.test(type)) {
      const instead = 'application/json'
      return c.json(refusal({ where: 'Content-Type header', found: type || 'nothing', instead }), 415)
    }
    const reading = readReceipt(await c.req.text())
    if (!reading.ok) return c.json(refusal(...reading.problems), 400)

    const { key } = reading.receipt
    const header = c.req.header('idempotency-key')
    if (header !== key) {
      const where = 'Idempotency-Key header'
      return c.json(
        refusal({ where, found: header ?? 'nothing', instead: `the key of the body, ${key}` }),
        400,
      )
    }
    const added = await (await open()).add(reading.receipt)
    if (added === 'differs') {
      const found = `${key}, under which another receipt is stored`
      return c.json(refusal({ where: 'key', found, instead: 'a key of its own for each choice' }), 409)
    }
    return c.json({ key, stored: added }, added === 'new' ? 201 : 200)
  })
  return routes
}
