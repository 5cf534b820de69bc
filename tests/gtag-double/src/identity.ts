import { readClientId, readSession, type Session, writeClientId, writeSession } from './gaCookies.js'
import { type Params, textOf } from './params.js'
import { randomId } from './randomId.js'

/** What marks the first event of a visitor and of a session. */
export interface Marks {
  firstVisit: boolean
  newSession: boolean
}

/**
 * Who a destination believes the visitor is. It is kept in memory: deleting the cookies changes nothing here,
 * which is why the next event writes `_ga_<id>` again with the same client ID.
 */
export class Identity {
  #clientId: string | undefined
  #session: Session | undefined
  #marks: Marks = { firstVisit: false, newSession: false }
  #clientCookieDue = true

  constructor(readonly destinationId: string) {}

  /** `_ga` is written by the first event after each config, `_ga_<id>` by every event. */
  expectClientCookie(): void {
    this.#clientCookieDue = true
  }

  /** On withdrawal in the page: what comes next has a new random ID and session. */
  forget(): void {
    this.#clientId = undefined
    this.#session = undefined
    this.#marks = { firstVisit: false, newSession: false }
    this.#clientCookieDue = true
  }

  /** On a grant in the page the cookie's ID counts; without a cookie the one used so far stays. */
  preferCookie(config: Params): void {
    this.#clientId = readClientId(config) ?? this.#clientId
    this.#clientCookieDue = true
  }

  resolve(config: Params, storage: 'cookies' | 'memory'): { clientId: string; session: Session } {
    const known = storage === 'cookies' ? readClientId(config) : undefined
    const clientId = textOf(config.client_id) ?? this.#clientId ?? known ?? randomId()
    if (storage === 'cookies' && known === undefined && this.#clientCookieDue) this.#marks.firstVisit = true
    this.#clientId = clientId
    this.#session ??= this.#startSession(config, storage)
    return { clientId, session: this.#session }
  }

  takeMarks(): Marks {
    const marks = this.#marks
    this.#marks = { firstVisit: false, newSession: false }
    return marks
  }

  write(config: Params): void {
    const { clientId, session } = this.resolve(config, 'cookies')
    if (this.#clientCookieDue) writeClientId(config, clientId)
    this.#clientCookieDue = false
    writeSession(config, this.destinationId, session)
  }

  #startSession(config: Params, storage: 'cookies' | 'memory'): Session {
    const { session, last } = storage === 'cookies' ? readSession(config, this.destinationId) : { last: 0 }
    if (session) return session
    this.#marks.newSession = true
    return { id: Math.floor(Date.now() / 1000), count: last + 1, engaged: 0 }
  }
}
