import { expect, it } from 'vitest'
import type { ConsentConfig } from '../types/config.js'
import { saidInVain } from './saidInVain.js'

it.each<[string, unknown, unknown[]]>([
  ['nothing in a configuration that is read whole', { session: { cookie: 'sid', sameSite: 'Strict' } }, []],
  ['a key that nothing reads', { recrod: 1 }, [['CG106', 'recrod', 1]]],
  ['what must be an object and is none', { session: 'sid' }, [['CG108', 'session', 'sid']]],
  ['what must be true or false and is neither', { minor: 'false' }, [['CG117', 'minor', 'false']]],
  [
    'a pattern that no cookie matches',
    { necessary: [{ name: '*_cart' }] },
    [['CG126', 'necessary[0].name', '*_cart']],
  ],
  ['a text that the tag laid its attributes over', { ui: { 0: 'k', 1: 'o' } }, [['CG108', 'ui', 'ko']]],
  [
    'a category that is always there',
    { categories: { necessary: {} } },
    [['CG121', 'categories.necessary', {}]],
  ],
  [
    'another SameSite',
    { session: { cookie: 'sid', sameSite: 'lax' } },
    [['CG104', 'session.sameSite', 'lax']],
  ],
])('P18 finds %s', (_what, config, found) => {
  expect(saidInVain(config as ConsentConfig)).toEqual(found)
})
