import type { Row } from './rows.js'
import type { Visitor } from './visitor.js'

/** One way to visit, and the rows it fills. Throws with the reason where a candidate cannot go on. */
export interface Measure {
  readonly rows: readonly Row[]
  take(visitor: Visitor, note: (row: Row, value: number) => void): Promise<void>
}
