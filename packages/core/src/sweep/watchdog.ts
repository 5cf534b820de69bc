import type { ConsentEnv } from '../types/env.js'
import type { ReportIssue } from '../types/issue.js'
import type { CookieDeclaration } from '../types/service.js'
import { presentCookies, sweep } from './sweep.js'

const LOOKS = [500, 2_000, 5_000, 10_000]

export interface Watchdog {
  /** Looks again for ten seconds, whether any of these came back, while `still` says so. */
  watch(declared: readonly CookieDeclaration[], still: (cookie: CookieDeclaration) => boolean): void
  stop(): void
}

/** Sweeps again what comes back after a sweep, and reports its name: something else on the page writes it. */
export function watchdog(env: ConsentEnv, report: ReportIssue): Watchdog {
  let timers: number[] = []
  const stop = () => {
    for (const timer of timers) env.win.clearTimeout(timer)
    timers = []
  }
  return {
    watch(declared, still) {
      stop()
      timers = LOOKS.map((delay) =>
        env.win.setTimeout(() => {
          const back = presentCookies(env, declared.filter(still))
          if (!back.size) return
          const { left } = sweep(env, [...back.values()])
          for (const name of back.keys()) report(left.includes(name) ? 'CG202' : 'CG201', 'cookies', name)
        }, delay),
      )
    },
    stop,
  }
}
