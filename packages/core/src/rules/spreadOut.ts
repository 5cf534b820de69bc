import { entriesOf } from './entriesOf.js'

/**
 * A text or a list that the script tag laid its attributes over (`"ui": "ko"` under `data-lang`): its letters or items
 * are keys by now. Gives it back as it was written; undefined for anything else.
 */
export function spreadOut(value: unknown): unknown {
  const items = entriesOf(value).filter(([key]) => /^\d+$/.test(key))
  if (Array.isArray(value) || items[0]?.[0] !== '0') return undefined
  const parts = items.map(([, inside]) => inside)
  return parts.every((part) => typeof part === 'string' && part.length === 1) ? parts.join('') : parts
}
