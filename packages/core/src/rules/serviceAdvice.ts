import type { ConsentConfig } from '../types/config.js'
import type { ServiceAdvice } from '../types/service.js'

/** What the services themselves bring for a developer, those with a mistake in them included. */
export function serviceAdvice({ services = [] }: ConsentConfig): readonly ServiceAdvice[] {
  return services.flatMap((service) => ('advice' in service && service.advice) || [])
}
