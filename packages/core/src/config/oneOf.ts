import type { ReportIssue } from '../types/issue.js'

/** The value when it is one of the allowed; else the first of them, with an issue unless it was left out. */
export function oneOf<T extends string>(
  allowed: readonly [T, ...T[]],
  value: T | undefined,
  path: string,
  report: ReportIssue,
): T {
  if (value !== undefined && allowed.includes(value)) return value
  if (value !== undefined) report('CG104', path, value)
  return allowed[0]
}
