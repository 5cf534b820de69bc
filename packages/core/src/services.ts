import type { Store } from './store.js'
import { sweep } from './sweep/sweep.js'
import type { SweepReport } from './types/consent.js'
import type { ConsentEnv } from './types/env.js'
import type { ReportIssue } from './types/issue.js'
import type { CookieDeclaration, Service, ServiceContext } from './types/service.js'
import type { Settings } from './types/settings.js'

export interface ServiceRunner {
  /** Brings every service in line with the snapshot: denials and their sweep first, then grants. */
  apply(): SweepReport
  /** The cookies of every service that is not granted now. */
  unwanted(): CookieDeclaration[]
  each(action: (service: Service) => void): void
}

/** Runs the services in order. One that throws is reported and stops neither the others nor the record. */
export function runServices(
  env: ConsentEnv,
  settings: Settings,
  store: Store,
  report: ReportIssue,
): ServiceRunner {
  /** Per service: the consent types it was granted with, or whether it was denied by an answer. */
  const applied = new Map<Service, string>()
  const granted = ({ id }: { readonly id: string }) => store.get().state[id] === 'granted'
  const { services, categories } = settings

  const each: ServiceRunner['each'] = (action) => {
    for (const service of services) {
      try {
        action(service)
      } catch (error) {
        report('CG301', service.id, error)
      }
    }
  }
  const unwanted = () => services.flatMap((service) => (granted(service) ? [] : (service.cookies ?? [])))

  return {
    each,
    unwanted,
    apply() {
      const consentTypes = categories.filter(granted).flatMap((category) => category.consentTypes)
      const contextOf = ({ id }: Service): ServiceContext => ({
        env,
        consentTypes,
        recordDomain: settings.record.domain,
        answered: store.get().answered,
        status(status, reason) {
          store.dispatch({ type: 'service', id, status })
          if (reason) report('CG302', id, reason)
        },
        issue: report,
      })
      const turn = (
        service: Service,
        next: string,
        act: Service['grant'],
        otherwise: 'running' | 'stopped',
      ) => {
        const last = applied.get(service)
        if (last === next) return
        applied.set(service, next)
        const context = contextOf(service)
        if (act) act.call(service, context)
        else if (last?.startsWith('granted') || otherwise === 'running') context.status(otherwise)
      }
      each(
        (service) =>
          granted(service) || turn(service, `denied ${store.get().answered}`, service.deny, 'stopped'),
      )
      const swept = sweep(env, unwanted())
      each(
        (service) => granted(service) && turn(service, `granted ${consentTypes}`, service.grant, 'running'),
      )
      return swept
    },
  }
}
