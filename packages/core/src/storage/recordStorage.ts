import { cookieValues } from '../rules/cookieHeader.js'
import { denialsOf } from '../rules/denialsOf.js'
import { newerRecord } from '../rules/newerRecord.js'
import { decodeRecord, encodeRecord } from '../rules/record.js'
import { removeEverywhere } from '../sweep/removeEverywhere.js'
import type { ConsentEnv } from '../types/env.js'
import type { ConsentRecord } from '../types/record.js'
import type { Settings } from '../types/settings.js'

export interface RecordStorage {
  read(): ConsentRecord | null
  /** Writes and reads back. False when nothing held it. */
  write(record: ConsentRecord): boolean
  remove(): void
}

/** The record in its cookie, else in localStorage, else nowhere (P8). */
export function recordStorage(env: ConsentEnv, { record }: Settings): RecordStorage {
  const { cookie, days, domain } = record
  const { local } = env
  const values = (name: string) => cookieValues(env.readCookies(), name)
  /** Gives what is then read back under the name. */
  const put = (name: string, value: string) => {
    env.writeCookie(name, value, {
      path: '/',
      sameSite: 'Lax',
      secure: env.win.location.protocol === 'https:',
      expires: days,
      ...(domain !== 'host' && { domain }),
    })
    return values(name)
  }
  /** Also clears what an earlier domain or path setting left under the same name. */
  const putAlone = (value: string) => {
    const [held, more] = put(cookie, value)
    if (held === value && more === undefined) return true
    removeEverywhere(env, cookie)
    return put(cookie, value).includes(value)
  }
  const works = (probe: string) => put(probe, '1').length && removeEverywhere(env, probe)

  return {
    read() {
      const found = values(cookie)
      const best = found.map(decodeRecord).reduce(newerRecord, null)
      if (best && found.length > 1) putAlone(encodeRecord(best))
      const copy = decodeRecord(local.get(cookie) ?? '')
      if (!copy) return best
      // By its own name: one that is Secure, and so unseen on http, or HttpOnly keeps ours from being written.
      if (!works(best ? `${cookie}.probe` : cookie)) return newerRecord(best, copy)
      // Where cookies work again, the copy may be older than another subdomain's yes, but a no stays one (P7).
      const kept = newerRecord(best, denialsOf(copy))
      if (kept && kept !== best) putAlone(encodeRecord(kept))
      local.remove(cookie)
      return kept
    },
    write(record) {
      const value = encodeRecord(record)
      // What cannot be read again proves nothing.
      if (!decodeRecord(value)) return false
      const written = putAlone(value)
      if (written) local.remove(cookie)
      return written || local.set(cookie, value)
    },
    remove() {
      removeEverywhere(env, cookie)
      local.remove(cookie)
    },
  }
}
