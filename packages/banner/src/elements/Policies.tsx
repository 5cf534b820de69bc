import type { Policy, PolicyState } from '@consent-gate/core'
import type { JSX } from 'preact'
import type { Language } from '../language/languages.js'
import { fill } from '../pieces/fill.js'
import type { FurtherCopy } from '../types/copy.js'

export interface PoliciesProps {
  readonly policy: PolicyState
  readonly texts: FurtherCopy
  readonly language: Language
}

/** The versions of the policy, newest first, with the periods in which they were in force. */
export function Policies({ policy, texts, language }: PoliciesProps): JSX.Element {
  const { upcoming, current, previous } = policy
  const versions = [...(upcoming ? [upcoming] : []), current, ...previous]
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
  const period = ({ effective }: Policy, next: Policy | undefined) => {
    const from = effective > 0 ? format.format(effective) : ''
    const to = next ? format.format(next.effective) : ''
    if (from && to) return fill(texts.policyPeriod, { from, to })
    if (from) return fill(texts.policyFrom, { from })
    return to && fill(texts.policyUntil, { to })
  }
  return (
    <ul class="policies" aria-label={texts.policies}>
      {versions.map((one, index) => {
        const name = fill(texts.version, { version: one.version })
        const state = one === current ? texts.policyCurrent : one === upcoming ? texts.policyUpcoming : ''
        return (
          <li key={one.version} aria-current={one === current || undefined}>
            {one.url ? <a href={one.url}>{name}</a> : name} {period(one, versions[index - 1])}{' '}
            {state && <strong>{state}</strong>}
            {one.summary && (
              <p>
                <bdi>{one.summary}</bdi>
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
