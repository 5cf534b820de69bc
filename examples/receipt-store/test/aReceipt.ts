import { randomUUID } from 'node:crypto'
import type { Receipt } from '../src/receipt.js'

/** A receipt as a page sends it, under a key that no other test has. */
export function aReceipt(changes: Partial<Receipt> = {}): Receipt {
  const recordId = randomUUID()
  return {
    schema: 1,
    key: `${recordId}-1`,
    recordId,
    rev: 1,
    time: '2026-12-01T09:30:00.123Z',
    policyVersion: '2026-12-01',
    policyUrl: '/privacy',
    source: 'notice',
    choices: { 'google-analytics': 'granted', videos: 'denied' },
    host: 'www.example.com',
    language: 'ko',
    ...changes,
  }
}
