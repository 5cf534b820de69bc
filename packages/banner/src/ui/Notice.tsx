import type { JSX } from 'preact'
import { Fragment, h } from '../kit/index.js'
import type { NoticeProps } from '../types/components.js'

/** The question. A function of the configuration: nothing is ticked, nothing is remembered here. */
export function Notice({ consent, texts, Button }: NoticeProps): JSX.Element {
  const { pending, policy } = consent.get()
  const { url } = policy.current
  const asked = consent.settings.units.filter(({ id }) => !pending[0] || pending.includes(id))
  const others = asked.filter(({ id }) => id !== 'google-analytics').map(({ id, name = id }) => name)
  return (
    <>
      <div class="say">
        <h2>{texts.title}</h2>
        <p>
          {others.length < asked.length && texts.text}{' '}
          {others[0] && texts.textOther.replace('{services}', () => others.join(', '))} {texts.textFree}{' '}
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
