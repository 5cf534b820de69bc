import type { ConsentEnv, ScriptRequest, ServiceContext } from '@consent-gate/core'
import type { MatomoCommand } from '../src/matomoWindow.js'

/** A context whose window has nothing but a queue, and which notes what a service does. */
export function fakeContext({ queued = [] as MatomoCommand[], recordDomain = 'host' } = {}) {
  const win: { _paq: { push(...commands: MatomoCommand[]): unknown }; Matomo?: object } = { _paq: queued }
  const scripts: ScriptRequest[] = []
  const statuses: string[] = []
  const sent: MatomoCommand[] = []
  const context: ServiceContext = {
    env: { win, insertScript: (request: ScriptRequest) => scripts.push(request) } as unknown as ConsentEnv,
    consentTypes: ['analytics_storage'],
    recordDomain,
    answered: true,
    status: (status, reason) => statuses.push(reason ? `${status}: ${reason}` : status),
    issue: () => {},
  }
  return {
    context,
    scripts,
    statuses,
    /** What Matomo was told: in the queue until it has loaded, by `push` from then on. */
    told: () =>
      [...queued, ...sent].map(([method, value]) => (value === undefined ? method : `${method} ${value}`)),
    /** matomo.js arrives: it carries out the queue and takes its place. */
    arrive() {
      win._paq = { push: (...commands) => sent.push(...commands) }
      win.Matomo = {}
      queued.length = 0
      scripts.at(-1)?.onload?.()
    },
  }
}
