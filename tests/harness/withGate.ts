import type { Consent } from '@consent-gate/core'
import type { Page } from 'playwright-core'

/** What a page's own code would do with the API, once it is there. */
export const withGate = <T>(page: Page, action: (gate: Consent) => T | Promise<T>): Promise<T> =>
  page.evaluate(
    `new Promise((resolve) => (window.ConsentGate = window.ConsentGate || []).push(resolve)).then(${action})`,
  ) as Promise<T>
