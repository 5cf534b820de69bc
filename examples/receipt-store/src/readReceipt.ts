import type { Receipt } from './receipt.js'
import { receiptFields } from './receiptFields.js'

/** One thing that is wrong with a body: where, what stands there, and what to write instead. */
export interface Problem {
  readonly where: string
  readonly found: string
  readonly instead: string
}

export type Reading =
  | { readonly ok: true; readonly receipt: Receipt }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const MOST_SHOWN = 80

const short = (text: string) => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text)

const shown = (value: unknown) => (value === undefined ? 'nothing' : short(written(value)))

/** Reading JSON goes deeper than writing it. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    return 'what is nested too deep to be shown'
  }
}

/** Takes a body apart. Pure and total; names every problem at once. */
export function readReceipt(body: string): Reading {
  const value = parse(body)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const instead = 'one receipt as a JSON object'
    return { ok: false, problems: [{ where: 'body', found: short(body), instead }] }
  }
  const given = value as Readonly<Record<string, unknown>>
  const wrong = Object.entries(receiptFields).flatMap(([where, { accepts, instead }]): Problem[] =>
    Object.hasOwn(given, where) && accepts(given[where])
      ? []
      : [{ where, found: shown(given[where]), instead }],
  )
  const unknown = Object.keys(given)
    .filter((name) => !Object.hasOwn(receiptFields, name))
    .map((name) => ({
      where: short(name),
      found: shown(given[name]),
      instead: 'nothing: a receipt has no such field',
    }))
  const problems = [...wrong, ...unknown]
  return problems.length ? { ok: false, problems } : { ok: true, receipt: value as Receipt }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
