import type { CookieDeclaration } from '@consent-gate/core'
import type { JSX } from 'preact'
import { h } from '../kit/index.js'
import type { FurtherCopy } from '../types/copy.js'
import { cookiePresence } from './cookiePresence.js'
import { isolate } from './isolate.js'

export interface CookiesProps {
  readonly cookies: readonly CookieDeclaration[]
  readonly texts: FurtherCopy
  /** See `presentNow`. */
  readonly present: string
}

/** Cookies by name, with what they are for, how long they stay and whether they are there now. */
export function Cookies({ cookies, texts, present }: CookiesProps): JSX.Element {
  return (
    <ul class="cookies">
      {cookies.map((cookie) => {
        const presence = cookiePresence(cookie, present)
        return (
          <li key={cookie.name}>
            <code dir="ltr">{cookie.name}</code>{' '}
            {
              /* The record would match it, and has a line of its own. */ cookie.name === 'consent_gate*' || (
                <em data-presence={presence}>{texts[presence]}</em>
              )
            }
            <br />
            {[cookie.purpose, cookie.retention].flatMap((text) => (text ? [isolate(text)] : [])).join(' · ')}
          </li>
        )
      })}
    </ul>
  )
}
