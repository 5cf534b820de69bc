import type { ExportedData, Settings } from '@consent-gate/core'
import type { ComponentType, JSX } from 'preact'
import { Fragment, h } from '../kit/index.js'
import type { Language } from '../language/languages.js'
import { fill } from '../pieces/fill.js'
import { isolate } from '../pieces/isolate.js'
import { nameOf } from '../pieces/nameOf.js'
import type { ButtonProps } from '../types/components.js'
import type { FurtherCopy } from '../types/copy.js'

export interface MyDataProps {
  /** The site's own button, or ours. */
  readonly Button: ComponentType<ButtonProps>
  readonly data: ExportedData
  /** Where the names are: the data has ids. */
  readonly settings: Settings
  readonly texts: FurtherCopy
  readonly language: Language
  /** The visitor asked to erase and has not confirmed. */
  readonly asking: boolean
  /** What became of the last click, where the rows do not show it. */
  readonly told: 'erased' | undefined
  onDownload(): void
  onStop(): void
  onErase(): void
  onCancel(): void
}

/** Everything that is kept about the visitor, and what they may do with it (P16). */
export function MyData(props: MyDataProps): JSX.Element {
  const { data, settings, texts, language, asking, told, Button } = props
  const { record, history, cookies, session, unreadable, receipts, lastActivity } = data
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
  const named = [...settings.services, ...settings.categories]
  const called = (id: string) => nameOf(named.find((one) => one.id === id) ?? { id }, texts)
  const words = ({ time, policy, choices }: { time: number; policy: string; choices: object }) =>
    `${fill(texts.answered, { date: format.format(time), version: policy })}: ${Object.entries(choices)
      .map(([id, status]) => `${isolate(called(id))} ${status === 'granted' ? texts.on : texts.off}`)
      .join(', ')}`
  const facts: [string, string | JSX.Element][] = [[texts.myAnswer, record ? words(record) : texts.noAnswer]]
  if (record)
    facts.push([
      texts.recordId,
      <code key="id" dir="ltr">
        {record.id}
      </code>,
    ])
  if (history.length) {
    const list = history.map((entry) => <li key={entry.time}>{words(entry)}</li>)
    facts.push([texts.history, <ul key="history">{list.reverse()}</ul>])
  }
  facts.push([texts.cookiesNow, cookies.length ? <bdi key="cookies">{cookies.join(', ')}</bdi> : texts.none])
  if (session) {
    const { present } = session
    facts.push([
      texts.session,
      present === 'unknown' ? texts.sessionUnknown : present ? texts.sessionPresent : texts.sessionAbsent,
    ])
  }
  // Not a log-in cookie of which the row above says that it is not there.
  const unseen = unreadable.filter((name) => session?.present !== false || name !== session.cookie)
  if (unseen.length) facts.push([texts.cookiesUnseen, <bdi key="unseen">{unseen.join(', ')}</bdi>])
  if (receipts.length) facts.push([texts.receiptsWaiting, receipts.length.toLocaleString(language)])
  if (lastActivity) facts.push([texts.lastActivity, format.format(lastActivity)])
  const said = asking ? 'eraseQuestion' : told
  return (
    <>
      <p>{texts.myDataText}</p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div role="status">
        {said && (
          <p>
            {texts[said]} {session?.present && texts.loginStays}
          </p>
        )}
      </div>
      <div class="actions">
        {asking ? (
          <>
            <Button does="erase" look="quiet" label={texts.eraseYes} onPress={props.onErase} />
            <Button does="close" look="quiet" label={texts.cancel} onPress={props.onCancel} />
          </>
        ) : (
          <>
            <Button does="download" look="quiet" label={texts.download} onPress={props.onDownload} />
            <Button does="stop" look="quiet" label={texts.stop} onPress={props.onStop} />
            <Button does="erase" look="quiet" label={texts.erase} onPress={props.onErase} />
          </>
        )}
      </div>
    </>
  )
}
