import type { ConsentConfig } from '../types/config.js'
import { placesOf } from './placesOf.js'
import { spreadOut } from './spreadOut.js'

const LISTS = ['policies', 'services', 'services.*.cookies', 'necessary']

const OBJECTS = [
  'policies.*',
  'categories',
  'categories.*',
  'services.*',
  'services.*.cookies.*',
  'session',
  'record',
  'signals',
  'necessary.*',
  'receipts',
  'ui',
  'ui.texts',
  'ui.contact',
]

/** What must be a list or an object and is something else, by where it stands. */
export function wrongShapes(config: ConsentConfig): [path: string, value: unknown][] {
  const isObject = (value: unknown) => !!value && typeof value === 'object' && !Array.isArray(value)
  const wrong = (patterns: readonly string[], fits: (value: unknown) => boolean) =>
    patterns
      .flatMap((pattern) => placesOf(config, pattern))
      .filter(([, value]) => value !== undefined && !fits(value))
  const spread = ['', 'session', 'ui']
    .flatMap((pattern) => placesOf(config, pattern))
    .map(([path, value]): [string, unknown] => [path, spreadOut(value)])
    .filter(([, value]) => value !== undefined)
  return [...wrong(LISTS, Array.isArray), ...wrong(OBJECTS, isObject), ...spread]
}
