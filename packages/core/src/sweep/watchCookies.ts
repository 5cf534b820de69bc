import type { ConsentEnv } from '../types/env.js'
import type { ReportIssue } from '../types/issue.js'
import type { CookieDeclaration } from '../types/service.js'
import { presentCookies } from './presentCookies.js'
import { sweep } from './sweep.js'

/**
 * Looks again for ten seconds after a sweep. What came back is swept again and reported by name: something
 * else on the page writes it. `declared` is asked anew each time, for what is denied then.
 */
export function watchCookies(
  env: ConsentEnv,
  declared: () => readonly CookieDeclaration[],
  report: ReportIssue,
): () => void {
  const timers = [500, 2_000, 5_000, 10_000].map((delay) =>
    env.win.setTimeout(() => {
      const back = presentCookies(env, declared())
      const { left } = sweep(env, [...back.values()])
      for (const name of back.keys()) report(left.includes(name) ? 'CG202' : 'CG201', `cookies.${name}`, name)
    }, delay),
  )
  return () => {
    for (const timer of timers) env.win.clearTimeout(timer)
  }
}
