import type { Consent } from '@consent-gate/core'
import type { ComponentType, JSX } from 'preact'
import type { ButtonProps } from '../kit/Button.js'
import { fill } from '../kit/fill.js'
import type { NoticeCopy } from '../types/copy.js'

export interface NoticeProps {
  readonly consent: Consent
  readonly texts: NoticeCopy
  /** The site's own button, or ours. */
  readonly Button: ComponentType<ButtonProps>
}

/** The question. A function of the configuration: nothing is ticked, nothing is remembered here. */
export function Notice({ consent, texts, Button }: NoticeProps): JSX.Element {
  const { services } = consent.settings
  const { url } = consent.get().policy.current
  const others = services.some(({ id }) => id !== 'google-analytics')
  const names = services.map(({ id, name = id }) => name)
  return (
    <>
      <div class="say">
        <h2>{texts.title}</h2>
        <p>
          {others ? fill(texts.textOther, { services: names.join(', ') }) : texts.text}{' '}
          {url && <a href={url}>{texts.policy}</a>}
        </p>
      </div>
      <div class="actions">
        <Button
          does="accept"
          look="answer"
          label={texts.accept}
          onPress={() => consent.acceptAll('notice')}
        />
        <Button
          does="reject"
          look="answer"
          label={texts.reject}
          onPress={() => consent.rejectAll('notice')}
        />
        <Button
          does="preferences"
          look="quiet"
          label={texts.preferences}
          onPress={() => consent.showPreferences()}
        />
      </div>
    </>
  )
}
