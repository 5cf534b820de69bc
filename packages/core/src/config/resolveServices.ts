import { patternsMeet } from '../rules/cookiePattern.js'
import type { ConsentConfig, ServiceConfig } from '../types/config.js'
import type { ReportIssue } from '../types/issue.js'
import type { CookieDeclaration, Service } from '../types/service.js'
import type { Category, Settings } from '../types/settings.js'
import { validId } from './validId.js'

/** Services, their categories, and what can be answered. A service with a mistake in it stays denied. */
export function resolveServices(
  config: ConsentConfig,
  necessary: readonly CookieDeclaration[],
  report: ReportIssue,
): Pick<Settings, 'services' | 'refused' | 'categories' | 'units'> {
  const given: readonly (Service | ServiceConfig)[] = config.services ?? []
  const categories = resolveCategories(config, given, report)
  const taken = new Set(['necessary', ...categories.map(({ id }) => id)])
  const services: Service[] = []
  const refused: string[] = []
  for (const [index, service] of given.entries()) {
    const { id } = service
    if (!validId(id) || taken.has(id)) {
      report('CG120', `services[${index}].id`, id)
      continue
    }
    taken.add(id)
    const sound = inspect(service, `services[${index}]`, necessary, report)
    if (sound) services.push(service)
    else refused.push(id)
  }
  const asked = given.length || config.categories
  if (!asked) report('CG124', 'services', given)
  const units = categories.flatMap(({ id: category }) => {
    const members = services.filter((service) => service.category === category)
    const declared = given.some((service) => service.category === category)
    return declared
      ? members.map(({ id }) => ({ id, category }))
      : config.categories && category in config.categories
        ? [{ id: category, category }]
        : []
  })
  return { services, refused, categories, units }
}

function resolveCategories(
  config: ConsentConfig,
  services: readonly (Service | ServiceConfig)[],
  report: ReportIssue,
): Category[] {
  const named = { analytics: {}, ...config.categories }
  const ids = [...Object.keys(named), ...services.map(({ category }) => category)]
  return [...new Set(ids)].flatMap((id) => {
    if (id === 'necessary') return []
    if (!validId(id)) {
      report('CG121', 'categories', id)
      return []
    }
    const given = config.categories?.[id] ?? {}
    const consentTypes = given.consentTypes ?? (id === 'analytics' ? ['analytics_storage'] : [])
    return [{ ...given, id, consentTypes }]
  })
}

/** Whether a service may be asked for at all. */
function inspect(
  service: Service | ServiceConfig,
  path: string,
  necessary: readonly CookieDeclaration[],
  report: ReportIssue,
): boolean {
  const mistakes = ('mistakes' in service && service.mistakes) || []
  for (const mistake of mistakes) report(mistake.code, mistake.path, mistake.value)
  if (service.category === 'necessary') {
    report('CG122', `${path}.category`, service.id)
    return false
  }
  if (!validId(service.category)) return false
  const met = service.cookies?.find(({ name }) => necessary.some((own) => patternsMeet(name, own.name)))
  if (met) report('CG123', `${path}.cookies`, met.name)
  return !met && !mistakes.some(({ fatal }) => fatal)
}
