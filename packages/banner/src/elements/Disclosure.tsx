import type { Service } from '@consent-gate/core'
import type { JSX } from 'preact'
import { h } from '../kit/index.js'
import type { Language } from '../language/languages.js'
import { BrowserHelp } from '../pieces/BrowserHelp.js'
import { Contact, type ContactProps } from '../pieces/Contact.js'
import { Facts } from '../pieces/Facts.js'
import { presentNow } from '../pieces/presentNow.js'
import { serviceFacts } from '../pieces/serviceFacts.js'
import { ToggleLine, type ToggleLineProps } from './ToggleLine.js'

export interface DisclosureProps extends ToggleLineProps {
  readonly service: Service
  readonly doc: Document
  readonly language: Language
  readonly contact: ContactProps['contact']
}

/** Everything a privacy policy tells about a service, with its switch right there. */
export function Disclosure({ service, doc, language, contact, ...line }: DisclosureProps): JSX.Element {
  const { texts } = line
  const present = presentNow(doc)
  const about = serviceFacts(service, texts, present)
  const statements =
    service.id === 'google-analytics'
      ? [texts.gaStored, texts.gaThirdParties, texts.gaAddress, texts.gaRefusal]
      : []
  return (
    <div class="disclosure">
      <ToggleLine {...line} />
      {statements.map((statement) => (
        <p key={statement}>{statement}</p>
      ))}
      <Facts about={about} texts={texts} present={present} />
      <p>{texts.twoRefusals}</p>
      <BrowserHelp texts={texts} language={language} />
      <Contact contact={contact} texts={texts} />
    </div>
  )
}
