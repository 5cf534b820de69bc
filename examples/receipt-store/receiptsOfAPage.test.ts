import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Answer, type NetworkRequest, openSite, type SiteOptions } from '../../tests/harness/index.js'
import { createReceiptStore } from './src/createReceiptStore.js'
import { receiptRoutes } from './src/receiptRoutes.js'
import type { ReceiptStore } from './src/receiptStoreOn.js'

let store: ReceiptStore
beforeAll(async () => {
  store = await createReceiptStore({ databaseUrl: 'memory://' })
})
afterAll(() => store.close())

const PAGE = `
  <script type="application/json" id="consent">
    { "policies": [{ "version": "v-1", "url": "/privacy" }], "receipts": { "url": "/receipts" },
      "services": [{ "id": "videos", "category": "media" }] }
  </script>
  <script async src="/gate/gate.js" data-config="#consent" data-lang="ko"></script>`

async function answer({ method, headers, body }: NetworkRequest): Promise<Answer> {
  const response = await receiptRoutes(() => store).request('/receipts', {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    body,
  })
  return { status: response.status, body: await response.text() }
}

const open = (receipts: (request: NetworkRequest) => Promise<Answer>, options: Partial<SiteOptions> = {}) =>
  openSite({ host: 'shop.example.co.kr', page: { '/receipts': receipts, '*': PAGE }, ...options })

const stored = (id: string) =>
  store.list({ limit: 500 }).then((all) => all.filter(({ recordId }) => recordId === id))

const recordId = (page: Awaited<ReturnType<typeof openSite>>['page']) =>
  page.evaluate(() => {
    const gate = window as unknown as { ConsentGate: { get(): { record: { id: string } } } }
    return gate.ConsentGate.get().record.id
  })

test('a choice in a real page arrives in the store, with its policy version, and so does its withdrawal', async () => {
  const { page, errors } = await open(answer)
  await page.click('[data-role="accept"]')
  const id = await recordId(page)
  await vi.waitFor(async () => expect(await stored(id)).toHaveLength(1), 5_000)
  await page.evaluate(() =>
    (window as unknown as { ConsentGate: { withdraw(): void } }).ConsentGate.withdraw(),
  )
  await vi.waitFor(async () => expect(await stored(id)).toHaveLength(2), 5_000)
  const [last, first] = await stored(id)
  const common = { policyVersion: 'v-1', policyUrl: '/privacy', host: 'shop.example.co.kr', language: 'ko' }
  expect(first).toMatchObject({ ...common, rev: 1, source: 'notice', choices: { videos: 'granted' } })
  expect(last).toMatchObject({ ...common, rev: 2, source: 'api', choices: { videos: 'denied' } })
  expect(errors).toEqual([])
})

test('a receipt that found no server is sent again by the next page, and is stored once', async () => {
  let down = true
  const { page, requests } = await open(async (request) => (down ? { status: 503 } : answer(request)))
  await page.click('[data-role="reject"]')
  const id = await recordId(page)
  const sent = () => requests.filter(({ url }) => url.pathname === '/receipts')
  await vi.waitFor(() => expect(sent()).toHaveLength(1), 5_000)
  expect(await stored(id)).toEqual([])

  down = false
  await page.reload()
  await vi.waitFor(async () => expect(await stored(id)).toHaveLength(1), 5_000)
  await vi.waitFor(
    async () => expect(await page.evaluate(() => localStorage.getItem('consent_gate.outbox'))).toBeNull(),
    5_000,
  )
  await page.reload()
  await page.waitForTimeout(500)
  expect(sent()).toHaveLength(2)
  expect(new Set(sent().map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
})

test('where localStorage is refused a receipt is still sent once', async () => {
  const { page } = await open(answer, {
    before: (context) =>
      context.addInitScript(() =>
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('refused', 'SecurityError')
          },
        }),
      ),
  })
  await page.click('[data-role="reject"]')
  const id = await recordId(page)
  await vi.waitFor(async () => expect(await stored(id)).toHaveLength(1), 5_000)
})
