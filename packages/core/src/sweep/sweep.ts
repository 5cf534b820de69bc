import { parseCookieHeader } from '../rules/cookieHeader.js'
import { matchesPattern } from '../rules/cookiePattern.js'
import type { SweepReport } from '../types/consent.js'
import type { ConsentEnv } from '../types/env.js'
import type { CookieDeclaration } from '../types/service.js'
import { removeEverywhere } from './removeEverywhere.js'

/**
 * Deletes the declared cookies and storage keys that are present, and reads back. Names that are not there
 * cost nothing. Configuration has made sure that no declaration meets a necessary name (P5).
 */
export function sweep(env: ConsentEnv, declared: readonly CookieDeclaration[]): SweepReport {
  const deleted: string[] = []
  const left: string[] = []
  if (!declared.length) return { deleted, left, unreadable: [] }
  for (const [name, declaration] of presentCookies(env, declared)) {
    const target = removeEverywhere(env, name, declaration.path) ? deleted : left
    target.push(name)
  }
  for (const area of storageAreas(env)) {
    for (const key of Object.keys(area).filter((key) => find(declared, key))) {
      area.removeItem(key)
      deleted.push(key)
    }
  }
  return { deleted, left, unreadable: declared.filter(({ httpOnly }) => httpOnly).map(({ name }) => name) }
}

/** The declared cookies that scripts can see now, each once, with its declaration. */
export function presentCookies(
  env: ConsentEnv,
  declared: readonly CookieDeclaration[],
): Map<string, CookieDeclaration> {
  const present = new Map<string, CookieDeclaration>()
  for (const [name] of parseCookieHeader(env.readCookies())) {
    const declaration = find(declared, name)
    if (declaration) present.set(name, declaration)
  }
  return present
}

function find(declared: readonly CookieDeclaration[], name: string): CookieDeclaration | undefined {
  return declared.find((cookie) => matchesPattern(cookie.name, name))
}

function storageAreas(env: ConsentEnv): Storage[] {
  try {
    return [env.win.localStorage, env.win.sessionStorage]
  } catch {
    return []
  }
}
