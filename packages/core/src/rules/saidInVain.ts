import type { ConsentConfig } from '../types/config.js'
import type { Mistake } from '../types/service.js'
import { unknownKeys } from './unknownKeys.js'

/** What a configuration says in vain, as issues: nothing is denied for it, and nothing falls back to a default. */
export function saidInVain(config: ConsentConfig): Mistake[] {
  const { categories, session } = config
  const found: Mistake[] = unknownKeys(config).map(([path, value]) => ['CG106', path, value])
  if (categories?.necessary) found.push(['CG121', 'categories.necessary', categories.necessary])
  const { sameSite = 'Lax' } = session ?? {}
  if (!['Lax', 'Strict', 'None'].includes(sameSite)) found.push(['CG104', 'session.sameSite', sameSite])
  return found
}
