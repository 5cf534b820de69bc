import type { JSX } from 'preact'
import { h } from '../kit/index.js'

export interface SwitchProps {
  readonly on: boolean
  /** What is switched: the accessible name. */
  readonly label: string
  /** The unit it switches, for tests and styles. */
  readonly unit: string
  readonly disabled?: boolean
  onToggle(): void
}

/** A switch as ARIA has it, named by its label. https://www.w3.org/WAI/ARIA/apg/patterns/switch/ */
export function Switch({ on, label, unit, disabled = false, onToggle }: SwitchProps): JSX.Element {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      data-unit={unit}
      disabled={disabled}
      onClick={onToggle}
    >
      <span />
    </button>
  )
}
