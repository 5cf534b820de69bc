import type { ConsentConfig } from '../types/config.js'
import type { Service, ServiceAdvice } from '../types/service.js'

/** What the services themselves bring for a developer; of any configuration, those with mistakes in them included. */
export function serviceAdvice({ services }: ConsentConfig): readonly ServiceAdvice[] {
  const given: readonly (Partial<Service> | null)[] = Array.isArray(services) ? services : []
  return given.flatMap((service) => service?.advice ?? [])
}
