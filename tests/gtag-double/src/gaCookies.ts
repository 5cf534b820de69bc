import { cookieValues, writeCookie } from './cookieJar.js'
import { type Params, textOf } from './params.js'

export interface Session {
  id: number
  count: number
  engaged: 0 | 1
}

const SESSION_LIFE_S = 30 * 60
const clientCookie = (config: Params) => `${textOf(config.cookie_prefix) ?? ''}_ga`
const sessionCookie = (config: Params, id: string) => `${clientCookie(config)}_${id.replace(/^G-/, '')}`

/** `GA1.1.`, or `GA1.1-2.` when `cookie_path` is deeper than `/`. */
function version(config: Params): string {
  const depth = (textOf(config.cookie_path) ?? '/').split('/').filter(Boolean).length
  return depth === 0 ? 'GA1.1' : `GA1.1-${depth + 1}`
}

export function readClientId(config: Params): string | undefined {
  const value = cookieValues(clientCookie(config)).find((one) => /^GA1\.\d+(-\d+)?\.\d+\.\d+$/.test(one))
  return value?.split('.').slice(2).join('.')
}

export function writeClientId(config: Params, clientId: string): void {
  if (config.cookie_update === false && readClientId(config) === clientId) return
  writeCookie(clientCookie(config), `${version(config)}.${clientId}`, config)
}

/** The session a cookie continues, or the number of the last one when it has run out. */
export function readSession(config: Params, id: string): { session?: Session; last: number } {
  for (const value of cookieValues(sessionCookie(config, id))) {
    const match = /^GS2\.1\.s(\d+)\$o(\d+)\$g([01])\$t(\d+)/.exec(value)
    if (!match) continue
    const last = Number(match[2])
    if (Date.now() / 1000 - Number(match[4]) > SESSION_LIFE_S) return { last }
    return { session: { id: Number(match[1]), count: last, engaged: match[3] === '1' ? 1 : 0 }, last }
  }
  return { last: 0 }
}

export function writeSession(config: Params, id: string, session: Session): void {
  const now = Math.floor(Date.now() / 1000)
  const value = `GS2.1.s${session.id}$o${session.count}$g${session.engaged}$t${now}$j60$l0$h0`
  writeCookie(sessionCookie(config, id), value, config)
}
