import type { ConsentRecord } from '../types/record.js'

/** What of a record holds without proof that it is stored: its denials (P8). */
export function withoutGrants(record: ConsentRecord): ConsentRecord {
  const answers = Object.entries(record.choices)
  return { ...record, choices: Object.fromEntries(answers.filter(([, status]) => status === 'denied')) }
}
