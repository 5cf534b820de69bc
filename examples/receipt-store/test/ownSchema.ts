import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** A schema of its own in a database that may hold real receipts: nothing outside it is read or touched. */
export async function ownSchema(databaseUrl: string) {
  const name = `receipts_test_${randomUUID().replaceAll('-', '')}`
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await run(`create schema ${name}`)
  const url = new URL(databaseUrl)
  url.searchParams.set('options', `-c search_path=${name}`)
  return { url: url.href, stop: () => run(`drop schema ${name} cascade`) }
}
