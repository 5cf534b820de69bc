import pg from 'pg'
import type { Database } from './database.js'

/** A PostgreSQL server: `postgres://user@host:5432/name`. */
export function openPostgres(connectionString: string): Database {
  const pool = new pg.Pool({
    connectionString,
    max: 5,
    connectionTimeoutMillis: 5_000,
    // Five questions that are never answered would hold all connections for good, and `close` with them.
    query_timeout: 30_000,
  })
  // A connection that breaks while idle is replaced by the next query, which says what is wrong if that fails.
  pool.on('error', () => {})
  return {
    kind: 'postgres',
    query: async (sql, parameters = []) =>
      (await pool.query<Record<string, unknown>>(sql, [...parameters])).rows,
    // Statements that are sent together are one transaction.
    script: async (sql) => void (await pool.query(sql)),
    close: () => pool.end(),
  }
}
