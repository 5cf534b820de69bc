import type { ConsentConfig } from '../types/config.js'
import type { Mistake } from '../types/service.js'
import { notTrueOrFalse } from './notTrueOrFalse.js'
import { unknownKeys } from './unknownKeys.js'
import { unusablePatterns } from './unusablePatterns.js'
import { wrongShapes } from './wrongShapes.js'

/** What a configuration says in vain, as issues: nothing reads it, or it means something else than it seems to. */
export function saidInVain(config: ConsentConfig): Mistake[] {
  const { categories, session } = config
  const found: Mistake[] = [
    ...unknownKeys(config).map(([path, value]): Mistake => ['CG106', path, value]),
    ...wrongShapes(config).map(([path, value]): Mistake => ['CG108', path, value]),
    ...notTrueOrFalse(config).map(([path, value]): Mistake => ['CG117', path, value]),
    ...unusablePatterns(config).map(([path, value]): Mistake => ['CG126', path, value]),
  ]
  if (categories?.necessary) found.push(['CG121', 'categories.necessary', categories.necessary])
  const { sameSite = 'Lax' } = session ?? {}
  if (!['Lax', 'Strict', 'None'].includes(sameSite)) found.push(['CG104', 'session.sameSite', sameSite])
  return found
}
