import { openDatabase } from './openDatabase.js'
import { type ReceiptStore, receiptStoreOn } from './receiptStoreOn.js'

export interface ReceiptStoreOptions {
  /**
   * `postgres://…` for a server, `file://./folder` or `memory://` for the database inside this process.
   * Default: the environment's `DATABASE_URL`, else `memory://`.
   */
  readonly databaseUrl?: string
}

/** Opens the database and makes the table. Rejects where the database cannot be reached. */
export async function createReceiptStore(options: ReceiptStoreOptions = {}): Promise<ReceiptStore> {
  const db = await openDatabase(options.databaseUrl ?? (process.env.DATABASE_URL || 'memory://'))
  try {
    return await receiptStoreOn(db)
  } catch (error) {
    await db.close()
    throw error
  }
}
