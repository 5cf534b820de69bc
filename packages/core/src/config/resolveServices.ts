import { patternsMeet } from '../rules/cookiePattern.js'
import type { ConsentConfig, ServiceConfig } from '../types/config.js'
import type { ReportIssue } from '../types/issue.js'
import type { CookieDeclaration, Mistake, Service } from '../types/service.js'
import type { Settings } from '../types/settings.js'
import { validId } from './validId.js'

/** Services, their categories, and what can be answered. A service with a mistake in it stays denied. */
export function resolveServices(
  { categories: named = {}, services: given = [] }: ConsentConfig,
  necessary: readonly CookieDeclaration[],
  report: ReportIssue,
): Pick<Settings, 'services' | 'refused' | 'categories' | 'units'> {
  const groups = ['necessary', 'analytics', ...Object.keys(named), ...given.map(({ category }) => category)]
  const categories = [...new Set(groups)]
    .filter((id) => validId(id) && id !== 'necessary')
    .map((id) => ({ consentTypes: id === 'analytics' ? ['analytics_storage'] : [], ...named[id], id }))

  const mistakeIn = (
    { id, category, cookies = [], mistake }: Service,
    index: number,
  ): Mistake | undefined => {
    const at = `services[${index}].`
    if (!validId(id) || groups.includes(id) || given.findIndex((other) => other.id === id) < index)
      return ['CG120', `${at}id`, id]
    if (!categories.some((group) => group.id === category)) return ['CG122', `${at}category`, category]
    const meets = ({ name }: CookieDeclaration) => necessary.some((own) => patternsMeet(name, own.name))
    const met = cookies.find(meets)
    return met ? ['CG123', `${at}cookies`, met.name] : mistake
  }
  const isSound = (service: Service | ServiceConfig, index: number) => {
    const mistake = mistakeIn(service, index)
    if (mistake) report(...mistake)
    return !mistake
  }

  const services = given.filter(isSound)
  return {
    services,
    categories,
    refused: given.filter((service) => !services.includes(service)).map(({ id }) => id),
    units: categories.flatMap(({ id: category, label }) => {
      const inside = (service: Service | ServiceConfig) => service.category === category
      if (!given.some(inside)) return category in named ? [{ id: category, category, name: label }] : []
      return services.filter(inside).map(({ id, name }) => ({ id, category, name }))
    }),
  }
}
