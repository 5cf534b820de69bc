import type { JSX } from 'preact'
import { Fragment, h } from '../kit/index.js'
import { Contact } from '../pieces/Contact.js'
import { Cookies } from '../pieces/Cookies.js'
import { necessaryCookies } from '../pieces/necessaryCookies.js'
import { presentNow } from '../pieces/presentNow.js'
import type { PreferencesProps } from '../types/components.js'
import { CategoryRow } from './CategoryRow.js'

/** What the dialog shows: a function of the snapshot, the draft and the outcome. */
export function Preferences(props: PreferencesProps): JSX.Element {
  const { consent, texts, draft, told, contact, doc, onToggle, Button } = props
  const { settings } = consent
  const snapshot = consent.get()
  const present = presentNow(doc)
  return (
    <>
      <div class="top">
        <h2 id="consent-gate-title" tabIndex={-1}>
          {texts.preferencesTitle}
        </h2>
        <button type="button" class="x" data-role="close" aria-label={texts.close} onClick={props.onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <div class="body">
        <p>{texts.preferencesText}</p>
        <section class="row">
          <div class="head">
            <div>
              <h3>{texts.necessary}</h3>
              <p>{texts.necessaryText}</p>
            </div>
            <span class="state">{texts.alwaysOn}</span>
          </div>
          <details>
            <summary>{texts.cookies}</summary>
            <Cookies cookies={necessaryCookies(settings, texts)} texts={texts} present={present} />
          </details>
        </section>
        {settings.categories.map((category) => {
          const units = settings.units.filter((unit) => unit.category === category.id)
          return (
            units.length > 0 && (
              <CategoryRow
                key={category.id}
                category={category}
                services={settings.services.filter((service) => service.category === category.id)}
                units={units}
                snapshot={snapshot}
                draft={draft}
                texts={texts}
                present={present}
                onToggle={onToggle}
              />
            )
          )
        })}
        <details class="my" onToggle={props.onMyData}>
          <summary>{texts.myData}</summary>
          <div data-part="my-data" />
        </details>
        <details onToggle={props.onBrowserHelp}>
          <summary>{texts.browserHelp}</summary>
          <p>{texts.twoRefusals}</p>
          <div data-part="browser-help" />
        </details>
        <Contact contact={contact} texts={texts} />
      </div>
      <div class="foot">
        <div role="status">
          {told.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <Button does="accept" look="answer" label={texts.acceptAll} onPress={props.onAcceptAll} />
        <Button does="reject" look="answer" label={texts.rejectAll} onPress={props.onRejectAll} />
        <Button does="save" look="quiet" label={texts.save} onPress={props.onSave} />
      </div>
    </>
  )
}
