import { decodeRecord } from '../rules/record.js'
import { KEPT_FOR } from '../storage/keptFor.js'
import { DUE, OUTBOX } from '../storage/localKeys.js'
import { readList } from '../storage/readList.js'
import type { Host } from '../types/host.js'
import type { ConsentRecord } from '../types/record.js'
import { type Receipt, receiptOf } from './receipt.js'

const MOST = 20

/** The keys of the receipts that this page has sent and that nobody has answered yet. */
const onTheWay = new Set<string>()

/**
 * Sends the record of each choice to the site's own endpoint. What is not acknowledged stays in the outbox and
 * is tried again with the next choice or page, for three months; the key makes a repeat harmless. `unkept` is the
 * record of a choice that could not be noted as due.
 */
export function startReceipts({ env, consent }: Host, unkept?: ConsentRecord | null): undefined {
  const { win, local } = env
  const { settings } = consent
  const { url = '' } = settings.receipts ?? {}
  const due = (local.get(DUE) ?? '').split(' ').map(decodeRecord)
  const records = [...due, unkept].filter((record) => !!record)
  local.remove(DUE)
  if (!url) return

  const read = () =>
    readList<Receipt | null>(env, OUTBOX).filter(
      (receipt): receipt is Receipt => !!receipt && env.now() - Date.parse(receipt.time) < KEPT_FOR,
    )
  const write = (receipts: readonly Receipt[]) => {
    if (receipts.length) local.set(OUTBOX, JSON.stringify(receipts.slice(-MOST)))
    else local.remove(OUTBOX)
  }
  const drop = (key: string) => write(read().filter((receipt) => receipt.key !== key))

  const send = async (receipt: Receipt) => {
    if (onTheWay.has(receipt.key)) return
    onTheWay.add(receipt.key)
    try {
      // Not by the page's `<base>`.
      const response = await win.fetch(new URL(url, win.location.href).href, {
        method: 'POST',
        keepalive: true,
        credentials: 'same-origin',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': receipt.key },
        body: JSON.stringify(receipt),
      })
      const { ok, status, redirected } = response
      // A redirect to a page, such as one to log in, ends in its 200: nobody has taken anything there.
      const astray = redirected && /html/.test(response.headers.get('content-type') ?? '')
      if (astray) consent.report('CG210', 'receipts.url', response.url)
      // A 4xx will be a 4xx again; 408 and 429 ask to come back.
      const refused = status >= 400 && status < 500 && status !== 408 && status !== 429
      if (refused) consent.report('CG210', 'receipts.url', status)
      if ((ok && !astray) || refused) drop(receipt.key)
    } catch {
      // Offline or gone: the outbox keeps it.
    }
    onTheWay.delete(receipt.key)
  }

  const waiting = read()
  const language = consent.lang || win.document.documentElement.lang
  waiting.push(...records.map((record) => receiptOf(record, settings, win.location.hostname, language)))
  write(waiting)
  // Not read back: where nothing can be stored, a receipt still gets its one attempt.
  for (const receipt of waiting) send(receipt)
}
