import type { Receipt } from './receipt.js'

export interface FieldRule {
  readonly accepts: (value: unknown) => boolean
  /** What to write instead. */
  readonly instead: string
}

const text = (pattern: RegExp, instead: string): FieldRule => ({
  accepts: (value) => typeof value === 'string' && pattern.test(value),
  instead,
})

const id = (instead: string) => text(/^[\w-]{1,40}$/, `${instead}: 1 to 40 letters, digits, - and _`)

/** The four-digit years that both clocks and databases agree about. */
const isInstant = (value: unknown) =>
  typeof value === 'string' &&
  /^(19[7-9]\d|[2-9]\d{3})-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString() === value

/** What a receipt has: these fields, all of them and no others, so that nothing else about a visitor is kept. */
export const receiptFields: Readonly<Record<keyof Receipt, FieldRule>> = {
  schema: { accepts: (value) => value === 1, instead: 'the number 1' },
  key: text(/^[\w-]{1,100}$/, 'the idempotency key: 1 to 100 letters, digits, - and _'),
  recordId: id('the id of the record'),
  rev: {
    accepts: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
    instead: 'a whole number, 0 or more',
  },
  time: { accepts: isInstant, instead: 'an instant in UTC such as "2026-12-01T09:30:00.000Z"' },
  policyVersion: id('the policy version'),
  // Control characters and halves of surrogate pairs are what a database cannot hold.
  policyUrl: text(/^[^\p{Cc}\p{Cs}]{0,2048}$/u, 'an address of at most 2048 characters, or ""'),
  source: id('where the choice was made'),
  choices: { accepts: isChoices, instead: '1 to 100 answers such as { "analytics": "denied" }' },
  host: text(/^[\w.:[\]-]{0,255}$/, 'a host name such as "www.example.com"'),
  language: text(/^[\w-]{0,40}$/, 'a language tag such as "ko", or ""'),
}

function isChoices(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const answers = Object.entries(value)
  return (
    answers.length >= 1 &&
    answers.length <= 100 &&
    answers.every(
      ([unit, status]) => /^[\w-]{1,40}$/.test(unit) && (status === 'granted' || status === 'denied'),
    )
  )
}
