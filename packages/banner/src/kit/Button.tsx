import { h, type JSX } from 'preact'

/** What a button of the site's own is drawn from. */
export interface ButtonProps {
  /** The hook for tests and assistive clients. */
  readonly does: 'accept' | 'reject' | 'preferences' | 'save' | 'close' | 'erase' | 'download' | 'stop'
  readonly label: string
  /** `answer` is the one look of accepting and refusing; the rest is quieter. */
  readonly look: 'answer' | 'quiet'
  onPress(): void
}

/** Every button but the switch and the dialog's ×. */
export function Button({ does, label, look, onPress }: ButtonProps): JSX.Element {
  return (
    <button type="button" class={look} data-role={does} onClick={onPress}>
      {label}
    </button>
  )
}
