import type { Consent, SweepReport } from '@consent-gate/core'
import type { JSX } from 'preact'
import { h } from '../kit/index.js'
import { outcomeLines } from '../pieces/outcomeLines.js'
import { Switch } from '../pieces/Switch.js'
import { statusText } from '../pieces/statusText.js'
import type { FurtherCopy } from '../types/copy.js'

export interface ToggleLineProps {
  readonly consent: Consent
  /** A service, or a category. */
  readonly id: string
  readonly label: string
  readonly texts: FurtherCopy
  /** What became of its last withdrawal. */
  readonly told: SweepReport | undefined
}

/** A switch that shows the store's state, with that state in words; changes are announced. */
export function ToggleLine({ consent, id, label, texts, told }: ToggleLineProps): JSX.Element {
  const on = consent.allows(id)
  const units = consent.settings.units.filter((unit) => unit.id === id || unit.category === id)
  const lines = outcomeLines(consent, told, texts, units)
  if (!lines.length) lines.push(statusText(consent, id, units, texts))
  return (
    <span class="line">
      <Switch
        unit={id}
        label={label}
        on={on}
        disabled={consent.settings.minor}
        onToggle={() => consent.save({ [id]: !on }, 'inline')}
      />
      <span class="words">
        <strong>
          <bdi>{label}</bdi>
        </strong>
        <span role="status">
          {lines.map((line) => (
            <span key={line}>{line} </span>
          ))}
        </span>
      </span>
    </span>
  )
}
