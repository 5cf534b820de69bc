import type { Consent, SweepReport } from '@consent-gate/core'
import type { ComponentType, JSX } from 'preact'
import { Fragment, h } from '../kit/index.js'
import type { Language } from '../language/languages.js'
import { fill } from '../pieces/fill.js'
import { outcomeLines } from '../pieces/outcomeLines.js'
import { policyDay } from '../pieces/policyDay.js'
import type { ButtonProps } from '../types/components.js'
import type { FurtherCopy } from '../types/copy.js'

export interface AsideProps {
  readonly consent: Consent
  readonly texts: FurtherCopy
  readonly language: Language
  /** The site's own button, or ours. */
  readonly Button: ComponentType<ButtonProps>
  readonly told: SweepReport | undefined
}

/** The quiet sibling of the question: an announced policy, or what became of a click. */
export function Aside({ consent, texts, language, told, Button }: AsideProps): JSX.Element {
  const { policy, reason, answered } = consent.get()
  const { upcoming } = policy
  const lines = outcomeLines(consent, told, texts)
  const announces = !lines.length && upcoming
  const leave = () => {
    if (announces) consent.dismissNotice()
    consent.hide()
  }
  return (
    <>
      {/* It comes with its words, which a polite status would not say: that has to be there before them. */}
      <div class="say" role={announces ? undefined : 'alert'}>
        {announces && (
          <>
            <h2>{texts.upcomingTitle}</h2>
            <p>
              {fill(texts.upcomingText, {
                date: policyDay(upcoming.effective, consent.settings, language),
                version: upcoming.version,
              })}{' '}
              <bdi>{upcoming.summary}</bdi> {upcoming.url && <a href={upcoming.url}>{texts.upcomingLink}</a>}
            </p>
          </>
        )}
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {/* A question that stands beside it has no close button, and this would be one. */}
      {(answered || reason === 'not-stored' || !told) && (
        <Button does="close" look="quiet" label={texts.close} onPress={leave} />
      )}
    </>
  )
}
