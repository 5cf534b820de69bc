import type { UiConfig } from '@consent-gate/core'
import type { JSX } from 'preact'
import { h } from '../kit/index.js'
import type { FurtherCopy } from '../types/copy.js'

export interface ContactProps {
  readonly contact: UiConfig['contact'] | undefined
  readonly texts: FurtherCopy
}

/** Where questions go, such as to the site's privacy officer, and where the site itself gives what it holds. */
export function Contact({ contact, texts }: ContactProps): JSX.Element | null {
  const { email, url, myPage, form } = contact ?? {}
  const links = [
    [url, texts.contact],
    [myPage, texts.myPage],
    [form, texts.form],
  ]
  if (!email && !links.some(([href]) => href)) return null
  return (
    <p class="contact">
      {texts.contactText}{' '}
      {email && (
        <a href={`mailto:${email}`}>
          <bdi>{email}</bdi>
        </a>
      )}
      {links.map(([href, text]) => href && [' ', <a href={href}>{text}</a>])}
    </p>
  )
}
