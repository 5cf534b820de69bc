import type { ConsentRecord } from '../types/record.js'
import type { Settings } from '../types/settings.js'

/** The proof of one choice. Field names map to ISO/IEC TS 27560 (docs/receipts.md). No IP, no user agent. */
export interface Receipt {
  readonly schema: 1
  /** Idempotency key: one receipt per choice, also of two tabs that answered at the same moment. */
  readonly key: string
  readonly recordId: string
  readonly rev: number
  readonly time: string
  readonly policyVersion: string
  readonly policyUrl: string
  readonly source: string
  readonly choices: ConsentRecord['choices']
  readonly host: string
  readonly language: string
}

export function receiptOf(
  record: ConsentRecord,
  settings: Settings,
  host: string,
  language: string,
): Receipt {
  const { id, rev, time, policy, source, choices } = record
  return {
    schema: 1,
    key: `${id}-${rev}-${time.toString(36)}`,
    recordId: id,
    rev,
    time: new Date(time).toISOString(),
    policyVersion: policy,
    policyUrl: settings.policies.find(({ version }) => version === policy)?.url ?? '',
    source,
    choices,
    host,
    language,
  }
}
