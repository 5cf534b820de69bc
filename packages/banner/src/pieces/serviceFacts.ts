import type { CookieDeclaration, Service } from '@consent-gate/core'
import type { FurtherCopy } from '../types/copy.js'

type Fact = 'purpose' | 'recipient' | 'country' | 'items' | 'retention'

export interface ServiceFacts {
  readonly name: string
  /** Whose privacy policy `policyUrl` is. */
  readonly owner: string
  readonly facts: Readonly<Record<Fact, string | undefined>>
  readonly cookies: readonly CookieDeclaration[]
  /** What else Google Analytics' disclosure says. */
  readonly statements: readonly string[]
  readonly policyUrl: string | undefined
  readonly optOutUrl: string | undefined
}

/** What is told about a service: what the site declared, and our own words for Google Analytics where it did not. */
export function serviceFacts(service: Service, texts: FurtherCopy): ServiceFacts {
  const {
    id,
    name,
    purpose,
    recipient,
    country,
    items,
    retention,
    policyUrl,
    optOutUrl,
    cookies = [],
  } = service
  const facts = { purpose, recipient, country, items, retention }
  if (id !== 'google-analytics') {
    return {
      name: name ?? id,
      owner: recipient ?? name ?? id,
      facts,
      cookies,
      statements: [],
      policyUrl,
      optOutUrl,
    }
  }
  return {
    name: name ?? 'Google Analytics',
    owner: 'Google',
    facts: {
      purpose: purpose ?? texts.gaPurpose,
      recipient: recipient ?? texts.gaRecipient,
      country: country ?? texts.gaCountry,
      items: items ?? texts.gaItems,
      retention: retention ?? texts.gaRetention,
    },
    cookies: cookies.map((cookie) => ({
      purpose: cookie.name.includes('_ga_') ? texts.gaSessionCookie : texts.gaCookie,
      retention: texts.gaCookieRetention,
      ...cookie,
    })),
    statements: [texts.gaStored, texts.gaThirdParties, texts.gaAddress, texts.gaRefusal],
    policyUrl: policyUrl ?? 'https://policies.google.com/privacy',
    optOutUrl: optOutUrl ?? 'https://tools.google.com/dlpage/gaoptout',
  }
}
