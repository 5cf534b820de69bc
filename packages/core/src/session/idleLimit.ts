import { listen } from '../page/listen.js'
import type { Host } from '../types/host.js'
import { endSession } from './endSession.js'
import { fingerprint } from './fingerprint.js'

const MARK = 'consent_gate.idle'
/** Timers stop while a machine sleeps: look at the clock at least this often. */
const STEP = 30_000

/**
 * Ends a session known to be active after `limit` milliseconds without pointer, key, scroll or return to the
 * tab. The mark is shared between tabs, and outlives a browser that restores its session cookies.
 */
export function idleLimit(host: Host, limit: number): () => void {
  const { env, consent } = host
  const { win } = env
  const { local } = env
  const active = () => consent.session.status === 'active'
  let fallback = env.now()
  let timer = 0

  /** The time of the mark of this session, not of one before it: a page without us may have logged in anew. */
  const marked = () => {
    const [time, of] = local.get(MARK)?.split('.') ?? []
    return of === fingerprint(consent.session.token) ? Number(time) : null
  }
  const last = () => Math.min(marked() || fallback, env.now())
  const mark = () => {
    fallback = env.now()
    local.set(MARK, `${fallback}.${fingerprint(consent.session.token)}`)
  }
  const check = () => {
    win.clearTimeout(timer)
    if (!active()) local.remove(MARK)
    else if (marked() === null) mark()
    else if (env.now() - last() >= limit) {
      local.remove(MARK)
      endSession(host, 'idle-ended')
    }
    timer = win.setTimeout(check, Math.min(STEP, limit))
  }
  const onActivity = () => {
    // Every look at the mark is a storage access: once in a tenth of the limit is exact enough.
    if (env.now() - fallback < limit / 10) return
    check()
    if (active()) mark()
  }
  const stop = listen(win, 'pointerdown keydown scroll visibilitychange', onActivity, {
    capture: true,
    passive: true,
  })
  check()
  return () => {
    win.clearTimeout(timer)
    stop()
  }
}
