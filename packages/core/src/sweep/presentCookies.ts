import { parseCookieHeader } from '../rules/cookieHeader.js'
import type { ConsentEnv } from '../types/env.js'
import type { CookieDeclaration } from '../types/service.js'
import { declarationOf } from './declarationOf.js'

/** The declared cookies that scripts can see now, each once, with its declaration. */
export function presentCookies(
  env: ConsentEnv,
  declared: readonly CookieDeclaration[],
): Map<string, CookieDeclaration> {
  const present = new Map<string, CookieDeclaration>()
  for (const [name] of parseCookieHeader(env.readCookies())) {
    const declaration = declarationOf(name, declared)
    if (declaration) present.set(name, declaration)
  }
  return present
}
