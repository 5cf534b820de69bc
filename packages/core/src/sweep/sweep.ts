import type { SweepReport } from '../types/consent.js'
import type { ConsentEnv } from '../types/env.js'
import type { CookieDeclaration } from '../types/service.js'
import { declarationOf } from './declarationOf.js'
import { presentCookies } from './presentCookies.js'
import { removeEverywhere } from './removeEverywhere.js'

/**
 * Deletes the declared cookies and storage keys that are present, and reads back. Names that are not there
 * cost nothing. Configuration has made sure that no declaration meets a necessary name (P5).
 */
export function sweep(env: ConsentEnv, declared: readonly CookieDeclaration[]): SweepReport {
  const report = { deleted: [] as string[], left: [] as string[], unreadable: [] as string[] }
  if (!declared.length) return report
  for (const [name, { path }] of presentCookies(env, declared)) {
    report[removeEverywhere(env, name, path) ? 'deleted' : 'left'].push(name)
  }
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
    try {
      const area = env.win[kind]
      for (const key of Object.keys(area).filter((name) => declarationOf(name, declared))) {
        area.removeItem(key)
        report[area.getItem(key) === null ? 'deleted' : 'left'].push(key)
      }
    } catch {
      // Refused storage holds nothing.
    }
  }
  for (const { httpOnly, name } of declared) if (httpOnly) report.unreadable.push(name)
  return report
}
