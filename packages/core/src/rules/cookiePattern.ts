/**
 * Cookie names are declared exactly, or as a prefix with one trailing `*`. No regular expressions: that a
 * pattern misses every necessary name is then a string comparison.
 */
export function matchesPattern(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name
}

/** Whether some name could match both. */
export function patternsMeet(one: string, other: string): boolean {
  return other.endsWith('*')
    ? one.endsWith('*')
      ? matchesPattern(one, other.slice(0, -1)) || matchesPattern(other, one.slice(0, -1))
      : matchesPattern(other, one)
    : matchesPattern(one, other)
}
