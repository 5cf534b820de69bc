import { cookieValues } from '../rules/cookieHeader.js'
import { newerRecord } from '../rules/newerRecord.js'
import { decodeRecord, encodeRecord } from '../rules/record.js'
import { removeEverywhere } from '../sweep/removeEverywhere.js'
import type { ConsentEnv, CookieAttributes } from '../types/env.js'
import type { ConsentRecord } from '../types/record.js'
import type { Settings } from '../types/settings.js'
import { storageArea } from './storageArea.js'

export interface RecordStorage {
  read(): ConsentRecord | null
  /** Writes and reads back. False when nothing held it. */
  write(record: ConsentRecord): boolean
  remove(): void
}

/** The record in its cookie, else in localStorage, else nowhere (P8). */
export function recordStorage(env: ConsentEnv, settings: Settings): RecordStorage {
  const { cookie, days, domain } = settings.record
  const attributes: CookieAttributes = {
    path: '/',
    sameSite: 'Lax',
    secure: env.win.location.protocol === 'https:',
    expires: days,
    ...(domain !== 'host' && { domain }),
  }
  const local = storageArea(env.local)
  const values = () => cookieValues(env.readCookies(), cookie)
  const fromCookies = () => values().map(decodeRecord).reduce(newerRecord, null)

  /** True when this value, and no other of this name, is what the browser now sends. */
  const put = (value: string) => {
    env.writeCookie(cookie, value, attributes)
    if (values().some((other) => other !== value)) {
      // One more is left over from an earlier domain or path setting.
      removeEverywhere(env, cookie)
      env.writeCookie(cookie, value, attributes)
    }
    return values()[0] === value
  }

  const cookiesWork = () => {
    const probe = `${cookie}.probe`
    env.writeCookie(probe, '1', attributes)
    const works = cookieValues(env.readCookies(), probe).length > 0
    env.removeCookie(probe, attributes)
    return works
  }

  return {
    read() {
      const best = fromCookies()
      if (best && values().length > 1) put(encodeRecord(best))
      const copy = local.get(cookie)
      const kept = copy ? decodeRecord(copy) : null
      // Where cookies work, the copy may be older than another subdomain's answer: it can only narrow (P7).
      const counts = kept && (!cookiesWork() || (best && deniesAll(kept)))
      return counts ? newerRecord(best, kept) : best
    },
    write(record) {
      const value = encodeRecord(record)
      if (put(value)) {
        local.remove(cookie)
        return true
      }
      return local.set(cookie, value)
    },
    remove() {
      removeEverywhere(env, cookie)
      local.remove(cookie)
    },
  }
}

function deniesAll(record: ConsentRecord): boolean {
  return Object.values(record.choices).every((status) => status === 'denied')
}
