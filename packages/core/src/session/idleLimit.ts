import { listen } from '../page/listen.js'
import type { Host } from '../types/host.js'
import type { Session } from '../types/session.js'
import { endSession } from './endSession.js'
import { idleMark } from './idleMark.js'

/** Timers stop while a machine sleeps: look at the clock at least this often. */
const STEP = 30_000

/**
 * Ends a session known to be active after `limit` milliseconds without pointer, key, scroll or return to the
 * tab.
 */
export function idleLimit(host: Host, limit: number): () => void {
  const { env, consent } = host
  const { win } = env
  const stored = idleMark(host)
  const { httpOnly, path = '/' } = consent.settings.session ?? {}
  /** Whether a session would be seen here: a cookie is not outside its path. */
  const sees = httpOnly || win.location.pathname.startsWith(path)
  const active = () => consent.session.status === 'active'
  /** By this page: one that was just opened has seen nothing yet, and its first sign of life counts. */
  let marked = 0
  let timer = 0
  let tried = 0
  let pause = STEP
  let seen: Session['status'] | undefined

  const mark = () => {
    marked = env.now()
    stored.write(marked)
  }
  const expired = () => env.now() - (stored.read() ?? marked) >= limit
  /** The mark stays until the session has ended: nothing begins the time anew after a log-out that failed. */
  const end = async () => {
    if (Math.abs(env.now() - tried) < pause) return
    tried = env.now()
    pause = Math.min(pause * 2, limit)
    const { ok } = await endSession(host, 'idle-ended')
    if (ok) stored.remove()
  }
  const check = () => {
    win.clearTimeout(timer)
    const { status } = consent.session
    if (status === 'active') {
      stored.keepHere()
      if (stored.read() === null) mark()
      else if (expired()) end()
      // Once: a page that stays open from before the log-in would take the mark of the session since away for ever. One
      // that does not know of the session is no end of it: it can load itself anew, or be the first to be restored.
    } else if (status === 'none' && status !== seen && sees) stored.remove()
    seen = status
    timer = win.setTimeout(check, Math.min(STEP, limit))
  }
  const onActivity = () => {
    // Every look at the mark is a storage access: once in a tenth of the limit is exact enough.
    if (win.document.visibilityState === 'hidden' || env.now() - marked < limit / 10) return
    // Whoever is there again shall not wait for the log-out.
    pause = STEP
    check()
    if (active() && !expired()) mark()
  }
  const stops = [
    listen(win, 'pointerdown keydown wheel visibilitychange', onActivity, { capture: true, passive: true }),
    // Of the page alone: a carousel that moves by itself is nobody's activity.
    listen(win, 'scroll', onActivity, { passive: true }),
  ]
  check()
  return () => {
    win.clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
