import { patternsMeet } from '../rules/cookiePattern.js'
import type { ConsentConfig, ServiceConfig } from '../types/config.js'
import type { ReportIssue } from '../types/issue.js'
import type { CookieDeclaration, Service } from '../types/service.js'
import type { Settings } from '../types/settings.js'
import { validId } from './validId.js'

/** Services, their categories, and what can be answered. A service with a mistake in it stays denied. */
export function resolveServices(
  { categories: named = {}, services: given = [] }: ConsentConfig,
  necessary: readonly CookieDeclaration[],
  report: ReportIssue,
): Pick<Settings, 'services' | 'refused' | 'categories' | 'units'> {
  const groups = [...Object.keys({ analytics: 0, ...named }), ...given.map(({ category }) => category)]
  const categories = [...new Set(groups)]
    .filter((id) => validId(id) && id !== 'necessary')
    .map((id) => ({
      consentTypes: id === 'analytics' ? ['analytics_storage'] : [],
      ...named[id],
      id,
    }))

  /** Where the mistake is that denies a service, undefined where there is none. */
  const mistakeIn = (service: Service | ServiceConfig, index: number) => {
    const { id, category, cookies = [], mistakes = [] } = service as Service
    const path = `services[${index}]`
    const met = cookies.find(({ name }) => necessary.some((own) => patternsMeet(name, own.name)))
    for (const { code, path, value } of mistakes) report(code, path, value)
    const taken = groups.includes(id) || given.findIndex((other) => other.id === id) < index
    if (!validId(id) || taken) return report('CG120', `${path}.id`, id) ?? path
    if (!validId(category) || category === 'necessary') {
      return report('CG122', `${path}.category`, category) ?? path
    }
    if (met) return report('CG123', `${path}.cookies`, met.name) ?? path
    return mistakes.find(({ fatal }) => fatal)
  }

  const refused = given.filter(mistakeIn)
  const services = given.filter((service) => !refused.includes(service))
  return {
    services,
    categories,
    refused: refused.map(({ id }) => id),
    units: categories.flatMap(({ id: category }) => {
      const members = given.filter((service) => service.category === category)
      if (!members.length) return category in named ? [{ id: category, category }] : []
      return members.filter((one) => services.includes(one)).map(({ id }) => ({ id, category }))
    }),
  }
}
