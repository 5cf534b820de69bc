import type { ChoiceSource, ConsentRecord } from '../types/record.js'

/** Only characters that a cookie holds without encoding, so that a server reads it raw. */
const SHAPE = /^1(\.[\w-]{1,40}){5}(\.[\w-]{1,40}[01])*(\.~[\w-]{1,40})?$/

/** A browser keeps at most 4096 octets of name, value and attributes. https://httpwg.org/specs/rfc6265.html#limits */
const LONGEST = 3800

/** `1.<id>.<policy>.<rev36>.<time36>.<source>.<unit><0|1>…[.~<seen>]` */
export function encodeRecord(record: ConsentRecord): string {
  const { id, policy, rev, time, source, choices, seen } = record
  const answers = Object.entries(choices).map(([unit, status]) => unit + (status === 'granted' ? 1 : 0))
  const parts = [1, id, policy, rev.toString(36), time.toString(36), source, ...answers]
  return [...parts, ...(seen ? [`~${seen}`] : [])].join('.')
}

type Parts = [string, string, string, string, string, ChoiceSource, ...string[]]

/** Null for whatever we did not write: malformed, oversized, foreign or of a future version. Never throws. */
export function decodeRecord(raw: string): ConsentRecord | null {
  if (raw.length > LONGEST || !SHAPE.test(raw)) return null
  const [said, seen] = raw.split('.~') as [string, string?]
  const [, id, policy, rev, time, source, ...answers] = said.split('.') as Parts
  const record: ConsentRecord = {
    id,
    policy,
    rev: Number.parseInt(rev, 36),
    time: Number.parseInt(time, 36),
    source,
    choices: Object.fromEntries(
      answers.map((answer) => [answer.slice(0, -1), answer.endsWith('1') ? 'granted' : 'denied']),
    ),
    ...(seen && { seen }),
  }
  // What we wrote is written the same again: nothing else is ours. The last instant a date can hold is 864e13.
  const sound = Number.isSafeInteger(record.rev) && record.time <= 864e13
  return sound && encodeRecord(record) === raw ? record : null
}
