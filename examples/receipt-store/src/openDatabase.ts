import type { Database } from './database.js'
import { databaseKind } from './databaseKind.js'
import { openEmbedded } from './openEmbedded.js'
import { openPostgres } from './openPostgres.js'

/** Throws a sentence for the terminal where the address names no database. */
export async function openDatabase(url: string): Promise<Database> {
  return databaseKind(url) === 'postgres' ? openPostgres(url) : openEmbedded(url)
}
