import type { ConsentConfig } from '../types/config.js'
import type { Mistake } from '../types/service.js'
import { unknownKeys } from './unknownKeys.js'
import { wrongShapes } from './wrongShapes.js'

/** What a configuration says in vain, as issues: nothing reads it, or it is of a shape that nothing can be read from. */
export function saidInVain(config: ConsentConfig): Mistake[] {
  const { categories, session } = config
  const found: Mistake[] = [
    ...unknownKeys(config).map(([path, value]): Mistake => ['CG106', path, value]),
    ...wrongShapes(config).map(([path, value]): Mistake => ['CG108', path, value]),
  ]
  if (categories?.necessary) found.push(['CG121', 'categories.necessary', categories.necessary])
  const { sameSite = 'Lax' } = session ?? {}
  if (!['Lax', 'Strict', 'None'].includes(sameSite)) found.push(['CG104', 'session.sameSite', sameSite])
  return found
}
