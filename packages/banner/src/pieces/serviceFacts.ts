import type { CookieDeclaration, Service } from '@consent-gate/core'
import type { FurtherCopy } from '../types/copy.js'
import { cookiePresence } from './cookiePresence.js'
import { fill } from './fill.js'
import { nameOf } from './nameOf.js'

type Fact = 'purpose' | 'recipient' | 'country' | 'items' | 'retention'

export interface ServiceFacts {
  readonly name: string
  /** Whose privacy policy `policyUrl` is. */
  readonly owner: string
  readonly facts: Readonly<Record<Fact, string | undefined>>
  readonly cookies: readonly CookieDeclaration[]
  readonly policyUrl: string | undefined
  readonly optOutUrl: string | undefined
}

/**
 * What is told about a service: what the site declared, and our own words for Google Analytics where it did not.
 * For `present` see `presentNow`.
 */
export function serviceFacts(service: Service, texts: FurtherCopy, present: string): ServiceFacts {
  const { id, purpose, recipient, country, items, retention } = service
  const { policyUrl, optOutUrl, cookies = [] } = service
  const name = nameOf(service, texts)
  if (id !== 'google-analytics') {
    const facts = { purpose, recipient, country, items, retention }
    return { name, owner: recipient ?? name, facts, cookies, policyUrl, optOutUrl }
  }
  return {
    name,
    owner: 'Google',
    facts: {
      purpose: purpose ?? texts.gaPurpose,
      recipient: recipient ?? texts.gaRecipient,
      country: country ?? texts.gaCountry,
      items: items ?? texts.gaItems,
      retention: retention ?? texts.gaRetention,
    },
    cookies: cookies.flatMap((cookie) => analyticsCookie(cookie, texts, present)),
    policyUrl: policyUrl ?? 'https://policies.google.com/privacy',
    optOutUrl: optOutUrl ?? 'https://tools.google.com/dlpage/gaoptout',
  }
}

/** Older generations' cookies are declared to be swept; they are told of only where one is left. */
function analyticsCookie(
  cookie: CookieDeclaration,
  texts: FurtherCopy,
  present: string,
): CookieDeclaration[] {
  const { name, purpose, httpOnly } = cookie
  if (/_ga(_\*)?$/.test(name) || httpOnly || purpose) {
    const own = name.endsWith('_ga_*') ? texts.gaSessionCookie : texts.gaCookie
    // A server container sets its own for two years, unless it is told otherwise; `cookie_expires` is not for it.
    const retention = httpOnly ? fill(texts.recordRetention, { days: 730 }) : texts.gaCookieRetention
    return [{ purpose: own, retention, ...cookie }]
  }
  return cookiePresence(cookie, present) === 'present' ? [{ purpose: texts.gaOldCookie, ...cookie }] : []
}
