import type { ConsentConfig } from '../types/config.js'
import { placesOf } from './placesOf.js'

const SWITCHES = [
  'policies.*.askAgain',
  'services.*.cookies.*.httpOnly',
  'session.httpOnly',
  'session.signedIn',
  'session.rewrite',
  'necessary.*.httpOnly',
  'minor',
  'debug',
]

/** What must be true or false and is neither, by where it stands: in quotes even `"false"` counts as true. */
export function notTrueOrFalse(config: ConsentConfig): [path: string, value: unknown][] {
  return SWITCHES.flatMap((pattern) => placesOf(config, pattern)).filter(
    ([, value]) => value !== undefined && typeof value !== 'boolean',
  )
}
