import type { ConsentRecord } from '../types/record.js'
import { withoutGrants } from './withoutGrants.js'

/** The record with its denials alone; null where it denies nothing, and so says nothing. */
export function denialsOf(record: ConsentRecord): ConsentRecord | null {
  const held = withoutGrants(record)
  return Object.keys(held.choices).length ? held : null
}
