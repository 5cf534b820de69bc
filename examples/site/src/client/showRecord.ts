import type { WireTexts } from '../pages/wire.js'
import { byId } from './byId.js'
import { element } from './element.js'
import { type Gate, whenGate } from './gate.js'

/** The snapshot, decoded, beside the record as the cookie has it. */
export function showRecord(texts: WireTexts): void {
  const state = byId('state')
  const facts = byId('record-facts')
  const place = facts.closest<HTMLElement>('.wire')
  const clock = new Intl.DateTimeFormat(place?.dataset.lang, { dateStyle: 'medium', timeStyle: 'medium' })

  function show(gate: Gate): void {
    const { state: statuses, pending, reason, record, services } = gate.get()
    state.replaceChildren(
      ...Object.entries(statuses).map(([id, status]) => {
        const word = pending.includes(id) ? texts.pending : texts[status]
        const pill = element('li', element('b', id), ` ${word}`)
        pill.dataset.status = status
        return pill
      }),
    )
    const running = Object.entries(services).map(([id, status]) => `${id}: ${status}`)
    const rows: [string, string][] = [
      [texts.rows.reason, reason],
      [texts.rows.services, running.join(', ')],
    ]
    if (record) {
      rows.push(
        [texts.rows.policy, record.policy],
        [texts.rows.rev, String(record.rev)],
        [texts.rows.time, clock.format(record.time)],
        [texts.rows.source, record.source],
        [texts.rows.raw, rawRecord() ?? '–'],
      )
    } else rows.push([texts.rows.raw, texts.noRecord])
    facts.replaceChildren(...rows.flatMap(([name, value]) => [element('dt', name), element('dd', value)]))
  }

  facts.replaceChildren(element('dt', texts.noGate))
  whenGate((gate) => {
    show(gate)
    gate.subscribe(() => show(gate))
  })
}

const rawRecord = (): string | undefined =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith('consent_gate='))
    ?.slice('consent_gate='.length)
