import type { CookieDeclaration } from '@consent-gate/core'
import type { JSX } from 'preact'
import type { FurtherCopy } from '../types/copy.js'
import { cookiePresence } from './cookiePresence.js'
import { isolate } from './isolate.js'

export interface CookiesProps {
  readonly cookies: readonly CookieDeclaration[]
  readonly texts: FurtherCopy
  readonly doc: Document
}

/** Cookies by name, with what they are for, how long they stay and whether they are there now. */
export function Cookies({ cookies, texts, doc }: CookiesProps): JSX.Element {
  return (
    <ul class="cookies">
      {cookies.map((cookie) => {
        const presence = cookiePresence(cookie, doc.cookie)
        return (
          <li key={cookie.name}>
            <code dir="ltr">{cookie.name}</code>{' '}
            {
              /* Keys of localStorage are not in document.cookie. */ cookie.name === 'consent_gate*' || (
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
