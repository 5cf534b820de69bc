import type { ConsentConfig } from '../types/config.js'
import { placesOf } from './placesOf.js'

/** Names of cookies that are written as a pattern which nothing matches, so that nothing is deleted or listed as there. */
export function unusablePatterns(config: ConsentConfig): [path: string, value: unknown][] {
  return ['services.*.cookies.*.name', 'necessary.*.name']
    .flatMap((pattern) => placesOf(config, pattern))
    .filter(([, name]) => typeof name !== 'string' || /\*.|^[/^]/.test(name))
}
