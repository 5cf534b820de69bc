import type { JSX } from 'preact'
import { Fragment, h } from '../kit/index.js'
import type { FurtherCopy } from '../types/copy.js'
import { Cookies } from './Cookies.js'
import { fill } from './fill.js'
import type { ServiceFacts } from './serviceFacts.js'

export interface FactsProps {
  readonly about: ServiceFacts
  readonly texts: FurtherCopy
  /** See `presentNow`. */
  readonly present: string
}

/** Purpose, recipient, country, items, period, cookies and links of one service. */
export function Facts({ about, texts, present }: FactsProps): JSX.Element {
  const { facts, cookies, policyUrl, optOutUrl } = about
  const keys = ['purpose', 'recipient', 'country', 'items', 'retention'] as const
  return (
    <>
      <dl>
        {keys.map(
          (key) =>
            facts[key] && (
              <div key={key}>
                <dt>{texts[key]}</dt>
                <dd>
                  <bdi>{facts[key]}</bdi>
                </dd>
              </div>
            ),
        )}
        {cookies.length > 0 && (
          <div>
            <dt>{texts.cookies}</dt>
            <dd>
              <Cookies cookies={cookies} texts={texts} present={present} />
            </dd>
          </div>
        )}
      </dl>
      {(policyUrl || optOutUrl) && (
        <p class="links">
          {link(policyUrl, texts.policyLink, about.owner)} {link(optOutUrl, texts.optOutLink, about.name)}
        </p>
      )}
    </>
  )
}

function link(url: string | undefined, text: string, name: string): JSX.Element | undefined {
  return url ? (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {fill(text, { name })}
    </a>
  ) : undefined
}
