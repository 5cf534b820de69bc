import type { ConsentConfig } from '../types/config.js'
import { entriesOf } from './entriesOf.js'
import { placesOf } from './placesOf.js'
import { spreadOut } from './spreadOut.js'
import { textKeys } from './textKeys.js'

const COOKIE = 'name purpose retention httpOnly path'

/** The keys that are read, by where they stand: `*` is any key or place in a list. */
const KNOWN: Readonly<Record<string, string>> = {
  '': 'policies utcOffset categories services session record signals necessary receipts ui minor nonce debug',
  'policies.*': 'version effective announced url summary askAgain',
  'categories.*': 'label text consentTypes',
  'services.*':
    'id category cookies name purpose recipient country items retention policyUrl optOutUrl ' +
    'mistake advice grant deny track pageView destroy',
  'services.*.cookies.*': COOKIE,
  session: 'cookie domain path sameSite idleMinutes httpOnly signedIn logoutUrl rewrite expires maxAge',
  record: 'cookie days domain',
  signals: 'gpc',
  'necessary.*': COOKIE,
  receipts: 'url',
  ui: 'lang position theme reopen texts contact components',
  'ui.texts': textKeys,
  'ui.contact': 'email url myPage form',
}

/** Keys of a configuration that nothing reads, most likely misspelt, with what stands there. */
export function unknownKeys(config: ConsentConfig): [path: string, value: unknown][] {
  const found: [string, unknown][] = []
  for (const [pattern, keys] of Object.entries(KNOWN)) {
    for (const [path, value] of placesOf(config, pattern)) {
      const known = keys.split(' ')
      const spread = spreadOut(value) !== undefined
      for (const [key, inside] of entriesOf(value)) {
        // Of a text or a list the shape is wrong, and that is told once.
        if (!known.includes(key) && !(spread && /^\d+$/.test(key))) {
          found.push([path ? `${path}.${key}` : key, inside])
        }
      }
    }
  }
  return found
}
