import type { ConsentConfig } from '../types/config.js'
import { entriesOf } from './entriesOf.js'

/** Every place in the configuration that a pattern names, with what stands there: `*` is any key or place in a list. */
export function placesOf(config: ConsentConfig, pattern: string): [path: string, value: unknown][] {
  let places: [string, unknown][] = [['', config]]
  for (const step of pattern ? pattern.split('.') : []) {
    places = places.flatMap(([path, value]) =>
      entriesOf(value)
        .filter(([key]) => step === '*' || step === key)
        .map(([key, inside]): [string, unknown] => [
          Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key,
          inside,
        ]),
    )
  }
  return places
}
