import type { Candidate } from './candidate.js'
import type { Condition } from './condition.js'
import type { Row } from './rows.js'

/** What one candidate did in one row under one condition, over all rounds. */
export interface Result {
  candidate: Candidate['id']
  condition: Condition['name']
  row: Row
  /** One per round in which it went well. */
  values: number[]
  /** Why it did not, where it did not. */
  failures: string[]
}

export class Results {
  readonly all: Result[] = []

  of(candidate: Candidate['id'], condition: Condition['name'], row: Row): Result {
    const found = this.all.find(
      (result) => result.candidate === candidate && result.condition === condition && result.row === row,
    )
    if (found) return found
    const made: Result = { candidate, condition, row, values: [], failures: [] }
    this.all.push(made)
    return made
  }
}
