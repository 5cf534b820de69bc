/** The name a form sent, trimmed; null unless it has 1 to 40 characters. */
export function parseName(value: unknown): string | null {
  const name = typeof value === 'string' ? value.trim() : ''
  return name !== '' && [...name].length <= 40 ? name : null
}
