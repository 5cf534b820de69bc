import type { UiConfig } from '@consent-gate/core'
import type { JSX } from 'preact'
import { h } from '../kit/index.js'
import type { FurtherCopy } from '../types/copy.js'

export interface ContactProps {
  readonly contact: UiConfig['contact'] | undefined
  readonly texts: FurtherCopy
}

/** Where questions go: the site's privacy officer. */
export function Contact({ contact, texts }: ContactProps): JSX.Element | null {
  const { email, url } = contact ?? {}
  if (!email && !url) return null
  return (
    <p class="contact">
      {texts.contactText}{' '}
      {email && (
        <a href={`mailto:${email}`}>
          <bdi>{email}</bdi>
        </a>
      )}{' '}
      {url && <a href={url}>{texts.contact}</a>}
    </p>
  )
}
