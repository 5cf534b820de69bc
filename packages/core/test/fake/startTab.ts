import type { ConsentConfig } from '../../src/types/config.js'
import type { Service, ServiceContext } from '../../src/types/service.js'
import { FakeBrowser } from './fakeBrowser.js'
import type { FakeTab, TabOptions } from './fakeTab.js'

export interface Spy extends Service {
  /** `grant` and `deny`, as they came. */
  readonly calls: string[]
  readonly contexts: ServiceContext[]
}

/** A service that writes down what it is told. */
export function spy(id: string, category = 'analytics', more: Partial<Service> = {}): Spy {
  const calls: string[] = []
  const contexts: ServiceContext[] = []
  return {
    id,
    category,
    calls,
    contexts,
    grant(context) {
      calls.push('grant')
      contexts.push(context)
    },
    deny(context) {
      calls.push('deny')
      contexts.push(context)
    },
    ...more,
  }
}

export const POLICIES = [{ version: 'v1' }]

export interface Started {
  readonly browser: FakeBrowser
  readonly tab: FakeTab
  readonly ga: Spy
  readonly consent: ReturnType<FakeTab['start']>
  readonly codes: string[]
}

/** A first visit to a site with one service. */
export async function startTab(
  config: ConsentConfig = {},
  options: TabOptions & { readonly url?: string; readonly browser?: FakeBrowser } = {},
): Promise<Started> {
  const { browser = new FakeBrowser(), url } = options
  const tab = browser.open(url, options)
  const ga = spy('ga', 'analytics', { cookies: [{ name: '_ga*' }] })
  const consent = tab.start({ policies: POLICIES, services: [ga], ...config })
  const codes: string[] = []
  consent.onIssue(({ code }) => codes.push(code))
  await browser.settle()
  return { browser, tab, ga, consent, codes }
}
