import { removeEverywhere } from '../sweep/removeEverywhere.js'
import type { Host } from '../types/host.js'
import type { SessionResult } from '../types/session.js'

/** A server that says nothing for so long has not ended it: the cookie goes, and who waits hears of it. In milliseconds. */
const PATIENCE = 30_000

/**
 * Ends the session: the server is told where there is a `logoutUrl`, and a readable cookie goes on every path
 * and domain it can have been set with.
 */
export async function endSession(host: Host, type: 'ended' | 'idle-ended'): Promise<SessionResult> {
  const { env, consent, tellSession } = host
  const { session } = consent.settings
  if (!session) return { ok: false, reason: 'no-session' }
  const { cookie, path, httpOnly, logoutUrl } = session
  if (httpOnly && !logoutUrl) return { ok: false, reason: 'http-only' }
  const seen = consent.session.token !== null
  const told = !logoutUrl || (await logOut(host, logoutUrl))
  const gone = removeEverywhere(env, cookie, path)
  // Without the cookie that was there the visitor is logged out, whatever the server says.
  if (gone && (seen || told)) tellSession({ type })
  return told && gone ? { ok: true } : { ok: false, reason: 'not-ended' }
}

/** A same-origin POST; 2xx means that the server has ended the session. */
async function logOut({ env: { win }, consent }: Host, url: string): Promise<boolean> {
  try {
    // Not by the page's `<base>`.
    const { href, origin } = new URL(url, win.location.href)
    if (origin !== win.location.origin) {
      consent.report('CG135', 'session.logoutUrl', url)
      return false
    }
    const answer = win.fetch(href, { method: 'POST', credentials: 'same-origin', keepalive: true })
    const late = new Promise<null>((resolve) => {
      win.setTimeout(() => resolve(null), PATIENCE)
    })
    return !!(await Promise.race([answer, late]))?.ok
  } catch {
    return false
  }
}
