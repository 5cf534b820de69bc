import type { Store } from './store.js'
import { sweep } from './sweep/sweep.js'
import type { SweepReport } from './types/consent.js'
import type { ConsentEnv } from './types/env.js'
import type { ReportIssue } from './types/issue.js'
import type { CookieDeclaration, Service, ServiceStatus } from './types/service.js'
import type { Settings } from './types/settings.js'

export interface ServiceRunner {
  /** Brings every service in line with the snapshot: denials and their sweep first, then grants. */
  apply(): SweepReport
  /** The cookies of every service that is not granted now. */
  unwanted(): CookieDeclaration[]
  each(action: (service: Service) => void): void
  /** Lets the next `apply` grant again what is blocked and these choices say yes to. */
  retry(choices: Readonly<Record<string, boolean>>): void
}

/** Runs the services in order. One that throws is reported and stops neither the others nor the record. */
export function runServices(
  env: ConsentEnv,
  { services, categories, record }: Settings,
  store: Store,
  report: ReportIssue,
): ServiceRunner {
  /** Per service: the consent types it was granted with, or whether it was denied by an answer. */
  const applied = new Map<string, string>()
  const granted = ({ id }: { readonly id: string }) => store.get().state[id] === 'granted'

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

  const bring = (turn: 'grant' | 'deny') => {
    const grants = turn === 'grant'
    const consentTypes = categories.filter(granted).flatMap((category) => category.consentTypes)
    each((service) => {
      const { id } = service
      const { pending, reason } = store.get()
      // What the browser answers for its visitor is no waiting for an answer.
      const answered = !pending.includes(id) || reason === 'signal'
      const next = `${turn} ${grants ? consentTypes : answered}`
      const last = applied.get(id)
      if (granted(service) !== grants || last === next) return
      applied.set(id, next)
      const status = (now: ServiceStatus, reason?: string) => {
        store.dispatch({ type: 'service', id, status: now })
        if (reason) report('CG302', id, reason)
      }
      if (service[turn]) {
        service[turn]({ env, consentTypes, recordDomain: record.domain, answered, status, issue: report })
      } else if (grants || last?.startsWith('grant')) status(grants ? 'running' : 'stopped')
    })
  }

  return {
    each,
    unwanted,
    retry(choices) {
      for (const { id, category } of services) {
        if (store.get().services[id] === 'blocked' && (choices[id] || choices[category])) applied.delete(id)
      }
    },
    apply() {
      bring('deny')
      const swept = sweep(env, unwanted())
      bring('grant')
      return swept
    },
  }
}
