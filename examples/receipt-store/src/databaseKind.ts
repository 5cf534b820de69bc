import type { Database } from './database.js'

/** Chooses by the scheme. Throws a sentence for the terminal where an address names no database. */
export function databaseKind(url: string): Database['kind'] {
  if (/^(memory|file):\/\//.test(url)) return 'embedded'
  // The address may hold a password: it is not repeated.
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new Error('DATABASE_URL must start with postgres://, file:// or memory://.')
  }
  // Without a host it is this machine's socket, as pg reads it.
  if (!URL.canParse(url.replace('@/', '@localhost/'))) {
    throw new Error(
      'DATABASE_URL is no address. In its password write # as %23, / as %2F and ? as %3F; its port is a number up to 65535.',
    )
  }
  return 'postgres'
}
