/**
 * Cookie names are declared exactly, or as a prefix with one trailing `*`. No regular expressions: that a
 * pattern misses every necessary name is then a string comparison.
 */
export function matchesPattern(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name
}

/** Whether some name could match both: then one matches the other's shortest name. */
export function patternsMeet(one: string, other: string): boolean {
  const shortest = (pattern: string) => pattern.replace(/\*$/, '')
  return matchesPattern(one, shortest(other)) || matchesPattern(other, shortest(one))
}
