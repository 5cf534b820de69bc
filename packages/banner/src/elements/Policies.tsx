import type { Policy, PolicyState, Settings } from '@consent-gate/core'
import type { JSX } from 'preact'
import { h } from '../kit/index.js'
import type { Language } from '../language/languages.js'
import { fill } from '../pieces/fill.js'
import { policyDay } from '../pieces/policyDay.js'
import type { FurtherCopy } from '../types/copy.js'

export interface PoliciesProps {
  readonly policy: PolicyState
  readonly settings: Settings
  readonly texts: FurtherCopy
  readonly language: Language
}

/** The versions of the policy, newest first, with the periods in which they were in force. */
export function Policies({ policy, settings, texts, language }: PoliciesProps): JSX.Element {
  const { upcoming, current, previous } = policy
  const versions = [...(upcoming ? [upcoming] : []), current, ...previous]
  const period = ({ effective }: Policy, next: Policy | undefined) => {
    const from = effective > 0 ? policyDay(effective, settings, language) : ''
    // The last day on which it was in force.
    const to = next ? policyDay(next.effective - 1, settings, language) : ''
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
