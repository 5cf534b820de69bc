import type { ConsentRecord } from '../types/record.js'

/** What of a record holds without proof that it is stored: its denials (P8). */
export function withoutGrants(record: ConsentRecord): ConsentRecord {
  const denied = Object.entries(record.choices).filter(([, status]) => status === 'denied')
  return { ...record, choices: Object.fromEntries(denied) }
}
