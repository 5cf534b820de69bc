import type { ComponentType, JSX } from 'preact'
import { Fragment, h } from '../kit/index.js'
import type { Language } from '../language/languages.js'
import { BrowserHelp } from '../pieces/BrowserHelp.js'
import type { ButtonProps } from '../types/components.js'
import type { FurtherCopy } from '../types/copy.js'

export interface RefusalProps {
  readonly text: string
  readonly texts: FurtherCopy
  readonly language: Language
  /** The site's own button, or ours. */
  readonly Button: ComponentType<ButtonProps>
  onClose(): void
}

/** Why log-in is limited. It says nothing about analytics but that it is something else. */
export function Refusal({ text, texts, language, onClose, Button }: RefusalProps): JSX.Element {
  return (
    <>
      <div class="say" role="alert">
        <h2>{texts.sessionTitle}</h2>
        <p>{text}</p>
        {text === texts.sessionRefused && <BrowserHelp texts={texts} language={language} />}
      </div>
      <Button does="close" look="quiet" label={texts.close} onPress={onClose} />
    </>
  )
}
