/** The proof of one choice, as the page sends it. Every field is explained in docs/receipts.md. */
export interface Receipt {
  readonly schema: 1
  /** Idempotency key: a receipt that is sent again carries the same one. */
  readonly key: string
  /** Random, the same for every choice of one visitor until they erase it. */
  readonly recordId: string
  /** Counts the choices of one visitor. */
  readonly rev: number
  /** ISO 8601 in UTC, by the visitor's clock. */
  readonly time: string
  readonly policyVersion: string
  readonly policyUrl: string
  readonly source: string
  readonly choices: Readonly<Record<string, 'granted' | 'denied'>>
  readonly host: string
  readonly language: string
}

/** A receipt with what the server adds: its place in the table and when it arrived, by the server's clock. */
export interface StoredReceipt extends Receipt {
  readonly seq: number
  readonly received: string
}
