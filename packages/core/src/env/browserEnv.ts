import Cookies from 'js-cookie'
import type { ConsentEnv } from '../types/env.js'
import { insertScript } from './insertScript.js'
import { trustedPolicy } from './trustedPolicy.js'

// Values are written as they are: every value of ours, and a session token, is already cookie-safe.
const raw = Cookies.withConverter({ write: (value) => `${value}` })

/** The real browser behind the interface. `nonce` goes on every script that the SDK inserts. */
export function browserEnv(win: Window & typeof globalThis, nonce: string): ConsentEnv {
  const { document: doc } = win
  return {
    win,
    now: () => Date.now(),
    randomId: () => Array.from(win.crypto.getRandomValues(new Uint8Array(10)), base32).join(''),
    readCookies: () => attempt(() => doc.cookie) ?? '',
    writeCookie: (name, value, attributes) => {
      attempt(() => raw.set(name, value, attributes))
    },
    removeCookie: (name, attributes) => {
      attempt(() => raw.remove(name, attributes))
    },
    local: attempt(() => win.localStorage) ?? null,
    trusted: (name) => trustedPolicy(win, name),
    insertScript: (request) => insertScript(doc, nonce, request),
    later: (task) => {
      win.setTimeout(task)
    },
  }
}

const base32 = (byte: number) => (byte & 31).toString(32)

/** Reading or writing storage throws where the browser refuses it (sandboxed frames, blocked cookies). */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
