import type { Database, Row } from './database.js'
import type { Receipt, StoredReceipt } from './receipt.js'
import { schema } from './schema.js'
import { toCsv } from './toCsv.js'

export interface ReceiptPage {
  /** 1 to 500, default 50. */
  readonly limit?: number
  /** Only receipts with a smaller `seq`: the last one of the page before. */
  readonly before?: number
}

/** `differs`: another receipt is stored under this key, and stays as it is. */
export type Added = 'new' | 'repeated' | 'differs'

export interface ReceiptStore {
  readonly kind: Database['kind']
  /** Stores a key once. Rejects where the database cannot be reached. */
  add(receipt: Receipt): Promise<Added>
  /** Newest first. */
  list(page?: ReceiptPage): Promise<readonly StoredReceipt[]>
  /** All of them, oldest first. */
  export(format: 'csv' | 'json'): Promise<string>
  close(): Promise<void>
}

const COLUMNS =
  'seq, received, key, schema, record_id, rev, time, policy_version, policy_url, source, choices, host, language'

const INSERT = `
  insert into consent_receipts
    (key, schema, record_id, rev, time, policy_version, policy_url, source, choices, host, language)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (key) do nothing
  returning seq`

const IS_STORED = `
  select 1 from consent_receipts
  where (key, schema, record_id, rev, time, policy_version, policy_url, source, choices, host, language)
      = ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`

/** Receipts in a table that only grows, made where it is not there yet. */
export async function receiptStoreOn(db: Database): Promise<ReceiptStore> {
  // A role that may only add and read starts too, once the owner has made the table.
  const [table] = await db.query("select to_regclass('consent_receipts') as name")
  if (!table?.name) await db.script(schema)
  return {
    kind: db.kind,
    close: db.close,
    async add(receipt) {
      const values = valuesOf(receipt)
      if ((await db.query(INSERT, values)).length) return 'new'
      return (await db.query(IS_STORED, values)).length ? 'repeated' : 'differs'
    },
    async list({ limit = 50, before = Number.MAX_SAFE_INTEGER } = {}) {
      const rows = await db.query(
        `select ${COLUMNS} from consent_receipts where seq < $1 order by seq desc limit $2`,
        [before, Math.min(Math.max(Math.trunc(limit), 1), 500)],
      )
      return rows.map(receiptOf)
    },
    async export(format) {
      const rows = await db.query(`select ${COLUMNS} from consent_receipts order by seq`)
      const receipts = rows.map(receiptOf)
      return format === 'csv' ? toCsv(receipts) : JSON.stringify(receipts, null, 2)
    },
  }
}

const valuesOf = (receipt: Receipt) => [
  receipt.key,
  receipt.schema,
  receipt.recordId,
  receipt.rev,
  receipt.time,
  receipt.policyVersion,
  receipt.policyUrl,
  receipt.source,
  JSON.stringify(receipt.choices),
  receipt.host,
  receipt.language,
]

const receiptOf = (row: Row) =>
  ({
    // A client gives 64-bit numbers as text; these came in as safe integers.
    seq: Number(row.seq),
    received: (row.received as Date).toISOString(),
    schema: row.schema,
    key: row.key,
    recordId: row.record_id,
    rev: Number(row.rev),
    time: (row.time as Date).toISOString(),
    policyVersion: row.policy_version,
    policyUrl: row.policy_url,
    source: row.source,
    choices: row.choices,
    host: row.host,
    language: row.language,
  }) as StoredReceipt
