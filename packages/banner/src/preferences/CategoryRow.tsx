import type { Category, Service, Snapshot, Unit } from '@consent-gate/core'
import type { JSX } from 'preact'
import { h } from '../kit/index.js'
import { Facts } from '../pieces/Facts.js'
import { fill } from '../pieces/fill.js'
import { nameOf } from '../pieces/nameOf.js'
import { Switch } from '../pieces/Switch.js'
import { serviceFacts } from '../pieces/serviceFacts.js'
import type { Draft } from '../types/components.js'
import type { FurtherCopy } from '../types/copy.js'
import { isOn } from './draft.js'

export interface CategoryRowProps {
  readonly category: Category
  readonly services: readonly Service[]
  readonly units: readonly Unit[]
  readonly snapshot: Snapshot
  readonly draft: Draft
  readonly texts: FurtherCopy
  /** See `presentNow`. */
  readonly present: string
  onToggle(units: readonly Unit[]): void
}

/**
 * A category with its switch and, behind a summary, what its services do; each has a switch where there are more, and
 * says so where it was allowed and does not run (P17).
 */
export function CategoryRow(props: CategoryRowProps): JSX.Element {
  const { category, services, units, snapshot, draft, texts, present, onToggle } = props
  const label = nameOf(category, texts)
  const text = category.text ?? (category.id === 'analytics' && texts.analyticsText)
  const on = isOn(draft, snapshot, units)
  const partly = units.some((unit) => isOn(draft, snapshot, [unit]))
  return (
    <section class="row">
      <div class="head">
        <div>
          <h3>
            <bdi>{label}</bdi>
          </h3>
          {text && (
            <p>
              <bdi>{text}</bdi>
            </p>
          )}
        </div>
        <span class="state" aria-hidden="true">
          {on ? texts.on : partly ? texts.statusPartly : texts.off}
        </span>
        <Switch unit={category.id} label={label} on={on} onToggle={() => onToggle(units)} />
      </div>
      {services.map((service) => {
        const about = serviceFacts(service, texts, present)
        const own = units.filter(({ id }) => id === service.id)
        return (
          <div class="service" key={service.id}>
            <details>
              <summary>{fill(texts.details, { name: about.name })}</summary>
              <Facts about={about} texts={texts} present={present} />
            </details>
            {units.length > 1 && (
              <Switch
                unit={service.id}
                label={about.name}
                on={isOn(draft, snapshot, own)}
                onToggle={() => onToggle(own)}
              />
            )}
            {snapshot.services[service.id] === 'blocked' && isOn(draft, snapshot, own) && (
              <p>{texts.statusBlocked}</p>
            )}
          </div>
        )
      })}
    </section>
  )
}
