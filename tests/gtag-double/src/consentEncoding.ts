export type Status = 'granted' | 'denied'

/** What the page said about one consent type, and what the container assumed when it said nothing. */
export interface ConsentEntry {
  implicit?: Status
  default?: Status
  update?: Status
}

export interface ConsentFlags {
  entries: Readonly<Record<string, ConsentEntry>>
  /** The page used consent mode at all. */
  active: boolean
}

const GCS_TYPES = ['ad_storage', 'analytics_storage']
const GCD_TYPES = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization']
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const BITS = { unset: 1, denied: 2, granted: 3 }
/** Constant in every measured hit. */
const DECLARED = 2
const CONTAINER_DEFAULT = 'l1'
const CONSENT_MODE_ACTIVE = 4

const bits = (status: Status | undefined) => BITS[status ?? 'unset']

/** The later word counts; a type nobody spoke about is allowed. */
export const isAllowed = (entry: ConsentEntry | undefined): boolean =>
  (entry?.update ?? entry?.default ?? 'granted') === 'granted'

const gcsDigit = (entry: ConsentEntry | undefined) => {
  const status = entry?.update ?? entry?.default
  return status === undefined ? '-' : status === 'granted' ? '1' : '0'
}

/** `gcs`: `G1` and a digit each for ad_storage and analytics_storage; nothing when consent mode is not in use. */
export const encodeGcs = ({ active, entries }: ConsentFlags): string | undefined =>
  active ? `G1${GCS_TYPES.map((type) => gcsDigit(entries[type])).join('')}` : undefined

const gcdPair = (entry: ConsentEntry = {}) =>
  bits(entry.implicit) + (BASE64URL[(DECLARED << 4) | (bits(entry.default) << 2) | bits(entry.update)] ?? '')

/** `gcd`: for each type a digit and a letter that hold its whole history. */
export function encodeGcd({ active, entries }: ConsentFlags, adPersonalization: 'unset' | 'off'): string {
  const end = (active ? CONSENT_MODE_ACTIVE : 0) | (adPersonalization === 'off' ? 3 : 1)
  return `1${GCD_TYPES.map((type) => gcdPair(entries[type])).join('')}${end}${CONTAINER_DEFAULT}`
}
