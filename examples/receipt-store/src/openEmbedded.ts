import { PGlite } from '@electric-sql/pglite'
import type { Database } from './database.js'

/** PostgreSQL inside this process: `memory://`, or `file://` and a folder. */
export async function openEmbedded(url: string): Promise<Database> {
  const db = await PGlite.create(url)
  return {
    kind: 'embedded',
    query: async (sql, parameters = []) =>
      (await db.query<Record<string, unknown>>(sql, [...parameters])).rows,
    script: (sql) => db.transaction(async (transaction) => void (await transaction.exec(sql))),
    close: () => db.close(),
  }
}
