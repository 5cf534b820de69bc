/** Keys and values of whatever stands in a configuration; none of what has no keys. */
export function entriesOf(value: unknown): [key: string, inside: unknown][] {
  return value && typeof value === 'object' ? Object.entries(value) : []
}
