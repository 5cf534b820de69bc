import { h, type JSX } from 'preact'
import type { ButtonProps } from '../types/components.js'

/** Every button but the switch and the dialog's ×. */
export function Button({ does, label, look, onPress }: ButtonProps): JSX.Element {
  return (
    <button type="button" class={look} data-role={does} onClick={onPress}>
      {label}
    </button>
  )
}
