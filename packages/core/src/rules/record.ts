import type { ChoiceSource, ConsentRecord, ConsentStatus } from '../types/record.js'

/**
 * `1.<id>.<policy>.<rev36>.<time36>.<source>.<unit><0|1>…[.~<seen>]`, in characters that a cookie holds
 * without encoding, so that a server reads it raw.
 */
const SHAPE =
  /^1\.([\w-]{1,40})\.([\w-]{1,40})\.([0-9a-z]{1,8})\.([0-9a-z]{1,9})\.([a-z]+)((?:\.[\w-]{1,40}[01])*)(?:\.~([\w-]{1,40}))?$/

const SOURCES = ['notice', 'preferences', 'inline', 'placeholder', 'markup', 'api']

/** A browser keeps at most 4096 octets of name and value. https://httpwg.org/specs/rfc6265.html#limits */
const LONGEST = 3800

/** The highest counter that still decodes. */
export const LAST_REV = 36 ** 8 - 1

export function encodeRecord(record: ConsentRecord): string {
  const { id, policy, rev, time, source, choices, seen } = record
  return [
    1,
    id,
    policy,
    rev.toString(36),
    time.toString(36),
    source,
    ...Object.entries(choices).map(([unit, status]) => unit + (status === 'granted' ? 1 : 0)),
    ...(seen ? [`~${seen}`] : []),
  ].join('.')
}

/** Null for whatever we did not write: malformed, oversized, foreign or of a future version. Never throws. */
export function decodeRecord(raw: string): ConsentRecord | null {
  const match = raw.length <= LONGEST && SHAPE.exec(raw)
  if (!match) return null
  const [, id, policy, rev, time, source, answers, seen] = match as unknown as string[]
  const choices: Record<string, ConsentStatus> = Object.create(null)
  for (const answer of (answers as string).split('.').slice(1)) {
    const unit = answer.slice(0, -1)
    if (unit in choices) return null
    choices[unit] = answer.endsWith('1') ? 'granted' : 'denied'
  }
  if (!SOURCES.includes(source as string)) return null
  return {
    id: id as string,
    policy: policy as string,
    rev: Number.parseInt(rev as string, 36),
    time: Number.parseInt(time as string, 36),
    source: source as ChoiceSource,
    choices,
    ...(seen && { seen }),
  }
}
