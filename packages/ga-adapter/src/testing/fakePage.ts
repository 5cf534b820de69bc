import type { ConsentEnv, ScriptRequest, Service, ServiceContext, ServiceStatus } from '@consent-gate/core'
import { isCommand } from '../dataLayer.js'
import type { TagWindow } from '../types.js'

export interface FakePage {
  readonly win: TagWindow
  readonly scripts: ScriptRequest[]
  readonly sent: unknown[]
  readonly statuses: [status: ServiceStatus, reason?: string | undefined][]
  readonly issues: [code: string, path: string, value?: unknown][]
  /** Commands in the layer, as arrays. */
  commands(): unknown[][]
  /** The tag arrives: it defines itself for the ID of the script. */
  arrive(script?: ScriptRequest): void
  grant(service: Service, over?: Partial<ServiceContext>): void
  deny(service: Service, over?: Partial<ServiceContext>): void
  navigate(address: string): void
  /** Runs what waits for a moment later, then timers up to that age. */
  pass(ms: number): void
}

/** A window as far as the adapter looks at one. What it sends is collected, nothing is loaded. */
export function fakePage(
  address = 'https://shop.example.test/',
  page: Record<string, unknown> = {},
  over: Partial<ConsentEnv> = {},
): FakePage {
  const sent: unknown[] = []
  const statuses: FakePage['statuses'] = []
  const issues: FakePage['issues'] = []
  const scripts: ScriptRequest[] = []
  const timers = new Map<number, { due: number; task: () => void }>()
  let time = 0
  let ids = 0
  const after = (task: () => void, ms = 0) => {
    timers.set(++ids, { due: time + ms, task })
    return ids
  }
  class Navigator {
    sendBeacon(url: unknown) {
      sent.push(url)
      return false
    }
  }
  const location = new URL(address)
  const navigation = new EventTarget()
  const win = {
    document: {
      baseURI: address,
      referrer: '',
      querySelector: () => null,
    },
    location,
    navigation,
    navigator: new Navigator(),
    Response,
    fetch: async (url: unknown) => {
      sent.push(url)
      return new Response('real')
    },
    setTimeout: after,
    clearTimeout: (id: number) => timers.delete(id),
    setInterval: () => 0,
    clearInterval: () => {},
    ...page,
  } as unknown as TagWindow
  const env = {
    win,
    now: () => 1_700_000_000_000,
    readCookies: () => '',
    later: (task: () => void) => after(task),
    insertScript: (request: ScriptRequest) => {
      scripts.push(request)
      return {} as HTMLScriptElement
    },
    ...over,
  } as unknown as ConsentEnv
  const context = (over: Partial<ServiceContext> = {}): ServiceContext => ({
    env,
    consentTypes: ['analytics_storage'],
    recordDomain: 'host',
    answered: true,
    status: (...told) => statuses.push(told),
    issue: (...told) => issues.push(told),
    ...over,
  })
  return {
    win,
    scripts,
    sent,
    statuses,
    issues,
    commands: () => (win.dataLayer ?? []).flatMap((entry) => (isCommand(entry) ? [Array.from(entry)] : [])),
    arrive(script = scripts[scripts.length - 1]) {
      const id = new URL(script?.src ?? '', address).searchParams.get('id')
      win.google_tag_manager = { ...win.google_tag_manager, [`${id}`]: {} }
      script?.onload?.()
    },
    grant: (service, over) => service.grant?.(context(over)),
    deny: (service, over) => service.deny?.(context(over)),
    navigate(next) {
      location.href = new URL(next, location.href).href
      navigation.dispatchEvent(new Event('currententrychange'))
    },
    pass(ms) {
      time += ms
      for (const [id, { due, task }] of [...timers]) {
        if (due > time) continue
        timers.delete(id)
        task()
      }
    },
  }
}
