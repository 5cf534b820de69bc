import { Hono } from 'hono'
import type { ReceiptStore } from './receiptStoreOn.js'

/** Strangers write what is in an export: it is kept by nobody on the way, and never taken for a page. */
const GUARDED = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }

/**
 * `GET /receipts.json` and `/receipts.csv`: everything that is stored. Apart from `receiptRoutes`, because they are
 * for the operator alone: mount them behind your operators' log-in.
 */
export function receiptExports(open: () => ReceiptStore | Promise<ReceiptStore>): Hono {
  const routes = new Hono()

  routes.get('/receipts.json', async (c) =>
    c.body(await (await open()).export('json'), 200, {
      ...GUARDED,
      'Content-Type': 'application/json; charset=utf-8',
    }),
  )

  routes.get('/receipts.csv', async (c) =>
    c.body(await (await open()).export('csv'), 200, {
      ...GUARDED,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="receipts.csv"',
    }),
  )
  return routes
}
