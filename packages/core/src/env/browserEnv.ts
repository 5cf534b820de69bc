import Cookies from 'js-cookie'
import type { ConsentEnv } from '../types/env.js'
import { insertScript } from './insertScript.js'
import { trustedPolicy } from './trustedPolicy.js'

// Values are written as they are: ours, and a session token, are already cookie-safe.
const raw = Cookies.withConverter({ write: (value) => `${value}` })

/** Storage throws where the browser refuses it: sandboxed frames, blocked cookies, a full disk. */
const attempt = <T>(action: () => T): T | null => {
  try {
    return action()
  } catch {
    return null
  }
}

/** The real browser behind the interface. */
export function browserEnv(win: Window & typeof globalThis, nonce: string): ConsentEnv {
  const get = (key: string) => attempt(() => win.localStorage.getItem(key))
  return {
    win,
    nonce,
    now: Date.now,
    randomId: () => win.crypto.getRandomValues(new Uint32Array(2)).join('-'),
    // As text: a form named `cookie` hides the browser's own.
    readCookies: () => attempt(() => `${win.document.cookie}`) ?? '',
    writeCookie: (...cookie) => attempt(() => raw.set(...cookie)),
    // By hand: js-cookie encodes names, and a vendor's `AMCV_1%40AdobeOrg` would be another cookie.
    removeCookie: (name, { path, domain, secure }) =>
      attempt(() => {
        const cookie = `${name}=;max-age=0;path=${path}${domain ? `;domain=${domain}` : ''}`
        win.document.cookie = secure ? `${cookie};secure` : cookie
        // A partitioned cookie is another one of the same name. https://privacycg.github.io/CHIPS/
        if (secure) win.document.cookie = `${cookie};secure;partitioned`
      }),
    local: {
      get,
      set: (key, value) => {
        attempt(() => win.localStorage.setItem(key, value))
        return get(key) === value
      },
      remove: (...keys) => {
        for (const key of keys) attempt(() => win.localStorage.removeItem(key))
      },
    },
    trusted: (name) => trustedPolicy(win, name),
    insertScript: (request) => insertScript(win, nonce, request),
    later: (task) => {
      win.setTimeout(task)
    },
  }
}
