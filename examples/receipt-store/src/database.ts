/** One row as a database client gives it. */
export type Row = Readonly<Record<string, unknown>>

/** What the store needs of a database. The SQL is the same for both kinds. */
export interface Database {
  readonly kind: 'embedded' | 'postgres'
  query(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>
  /** Several statements, in one transaction. */
  script(sql: string): Promise<void>
  close(): Promise<void>
}
