import { ownSchema } from './ownSchema.js'
import { findPostgres, startPostgres } from './startPostgres.js'

export interface TestDatabase {
  /** Part of the test names, so that a report says which databases ran. */
  readonly name: string
  start(): Promise<{ readonly url: string; stop(): Promise<void> }>
}

const programs = findPostgres()
const given = process.env.DATABASE_URL

/** The embedded database always; PostgreSQL where one is named by DATABASE_URL or installed on this machine. */
export const databases: readonly TestDatabase[] = [
  { name: 'embedded PGlite', start: async () => ({ url: 'memory://', stop: async () => {} }) },
  ...(given?.startsWith('postgres')
    ? [{ name: 'PostgreSQL of DATABASE_URL', start: () => ownSchema(given) }]
    : programs
      ? [{ name: `PostgreSQL of ${programs}`, start: () => startPostgres(programs) }]
      : []),
]
