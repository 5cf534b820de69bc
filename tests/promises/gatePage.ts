import type { Consent } from '@consent-gate/core'
import type { Page } from 'playwright-core'

/** A service of the site itself: declared cookies and gated markup, no Google. */
export const STATS = {
  id: 'stats',
  category: 'analytics',
  name: 'Statistics',
  cookies: [{ name: 'stat_*' }, { name: 'visits' }],
}

/** A page with the script tag and its whole configuration, as `data-config` takes it. */
export const gatePage = (config: object = {}, body = ''): string =>
  `<script type="application/json" id="config">${JSON.stringify({
    policies: [{ version: '1' }],
    services: [STATS],
    ...config,
  })}</script><script async src="/gate/gate.js" data-config="#config"></script>${body}`

/** What a page's own code would do with the API, once it is there. */
export const withGate = <T>(page: Page, action: (gate: Consent) => T | Promise<T>): Promise<T> =>
  page.evaluate(
    `new Promise((resolve) => (window.ConsentGate = window.ConsentGate || []).push(resolve)).then(${action})`,
  ) as Promise<T>
