import { cookieValues } from '../rules/cookieHeader.js'
import { IDLE } from '../storage/localKeys.js'
import type { Host } from '../types/host.js'
import { fingerprint } from './fingerprint.js'

/** When there was a sign of life last, by which session: `<time>.<fingerprint>`. */
export interface IdleMark {
  /**
   * Of this session, not of one before it: a page without us may have logged in anew. One that lies ahead, because the
   * clock was set back, would keep the session until the clock is there again.
   */
  read(): number | null
  /** Keeps on this subdomain what another one has seen since: my data looks here (P16). */
  keepHere(): void
  write(time: number): void
  remove(): void
}

/**
 * The mark is shared between tabs, and outlives a browser that restores its session cookies. Subdomains that share the
 * session have a localStorage each, and none knows of a log-in on another: for them it is a cookie, which ends with the
 * session, and what lies beside it is for my data alone.
 */
export function idleMark({ env, consent }: Host): IdleMark {
  const { local, win } = env
  const domain = consent.settings.session?.domain
  const secure = win.location.protocol === 'https:'
  /** Where it cannot be stored: then this tab counts by itself. */
  let own = ''
  const ours = () => fingerprint(consent.session.token)
  const markOf = (time: number) => `${time}.${ours()}`
  const stored = () => (domain ? cookieValues(env.readCookies(), IDLE) : [local.get(IDLE) ?? ''])
  const read = () => {
    const times = [own, ...stored()]
      .map((mark) => mark.split('.'))
      .filter(([time, of]) => of === ours() && Number(time) <= env.now())
      .map(([time]) => Number(time))
    return times.length ? Math.max(...times) : null
  }
  return {
    read,
    keepHere() {
      const time = read()
      if (time && local.get(IDLE) !== markOf(time)) local.set(IDLE, markOf(time))
    },
    write(time) {
      const value = markOf(time)
      local.set(IDLE, value)
      if (domain) env.writeCookie(IDLE, value, { path: '/', sameSite: 'Lax', secure, domain })
      own = stored().includes(value) ? '' : value
    },
    remove() {
      own = ''
      local.remove(IDLE)
      if (domain) env.removeCookie(IDLE, { path: '/', secure, domain })
    },
  }
}
