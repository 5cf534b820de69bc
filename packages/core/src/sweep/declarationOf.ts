import { matchesPattern } from '../rules/cookiePattern.js'
import type { CookieDeclaration } from '../types/service.js'

/** The first declaration that a cookie or storage key of this name falls under. */
export function declarationOf(
  name: string,
  declared: readonly CookieDeclaration[],
): CookieDeclaration | undefined {
  return declared.find((cookie) => matchesPattern(cookie.name, name))
}
