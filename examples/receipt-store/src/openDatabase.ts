import type { Database } from './database.js'
import { openEmbedded } from './openEmbedded.js'
import { openPostgres } from './openPostgres.js'

/** Chooses by the scheme. Throws a sentence for the terminal where it is none of the three. */
export async function openDatabase(url: string): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url)
  if (/^(memory|file):\/\//.test(url)) return openEmbedded(url)
  // The address may hold a password: it is not repeated.
  throw new Error('DATABASE_URL must start with postgres://, file:// or memory://.')
}
