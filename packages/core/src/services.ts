import type { Store } from './store.js'
import { sweep } from './sweep/sweep.js'
import type { SweepReport } from './types/consent.js'
import type { ConsentEnv } from './types/env.js'
import type { ReportIssue } from './types/issue.js'
import type { CookieDeclaration, Service, ServiceContext } from './types/service.js'
import type { Settings } from './types/settings.js'

export interface ServiceRunner {
  /** Brings every service in line with the snapshot: denials and their sweep first, then grants. */
  apply(): { readonly report: SweepReport; readonly declared: readonly CookieDeclaration[] }
  /** Hands an event to every service that takes some. */
  each(action: (service: Service) => void): void
  destroy(): void
}

/** Runs the services in order. One that throws is reported and stops neither the others nor the record. */
export function runServices(
  env: ConsentEnv,
  settings: Settings,
  store: Store,
  report: ReportIssue,
): ServiceRunner {
  const applied = new Map<Service, string>()

  const guarded = (service: Service, action: (service: Service) => void) => {
    try {
      action(service)
    } catch (error) {
      report('CG301', `services.${service.id}`, error)
    }
  }

  const context = (service: Service, consentTypes: readonly string[]): ServiceContext => ({
    env,
    consentTypes,
    recordDomain: settings.record.domain,
    answered: store.get().answered,
    status: (status, reason) => {
      store.dispatch({ type: 'service', id: service.id, status })
      if (reason) report('CG302', `services.${service.id}`, reason)
    },
    issue: report,
  })

  const each = (action: (service: Service) => void) => {
    for (const service of settings.services) guarded(service, action)
  }

  return {
    each,
    apply() {
      const { state } = store.get()
      const types = settings.categories
        .filter(({ id }) => state[id] === 'granted')
        .flatMap(({ consentTypes }) => consentTypes)
      const denied = settings.services.filter(({ id }) => state[id] !== 'granted')
      for (const service of denied) {
        if (applied.get(service) === '') continue
        const ran = applied.has(service)
        applied.set(service, '')
        if (service.deny) guarded(service, () => service.deny?.(context(service, types)))
        else if (ran) context(service, types).status('stopped')
      }
      const declared = denied.flatMap(({ cookies = [] }) => cookies)
      const swept = sweep(env, declared)
      for (const service of settings.services.filter((one) => !denied.includes(one))) {
        const wanted = `granted ${types}`
        if (applied.get(service) === wanted) continue
        applied.set(service, wanted)
        if (service.grant) guarded(service, () => service.grant?.(context(service, types)))
        else context(service, types).status('running')
      }
      return { report: swept, declared }
    },
    destroy() {
      each((service) => service.destroy?.())
    },
  }
}
