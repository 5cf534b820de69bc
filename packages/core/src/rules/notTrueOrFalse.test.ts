import { expect, it } from 'vitest'
import type { ConsentConfig } from '../types/config.js'
import { notTrueOrFalse } from './notTrueOrFalse.js'

it.each<[unknown, string[]]>([
  [{}, []],
  [null, []],
  [{ minor: false, debug: true, session: { httpOnly: false, signedIn: undefined, rewrite: true } }, []],
  [{ minor: 'false', debug: 0 }, ['minor', 'debug']],
  [{ policies: [{ askAgain: true }, { askAgain: 'false' }] }, ['policies[1].askAgain']],
  [
    { session: { httpOnly: 'true', signedIn: null, rewrite: 1 } },
    ['session.httpOnly', 'session.signedIn', 'session.rewrite'],
  ],
  [
    { services: [{ cookies: [{}, { httpOnly: 'no' }] }], necessary: [{ httpOnly: 'yes' }] },
    ['services[0].cookies[1].httpOnly', 'necessary[0].httpOnly'],
  ],
])('P18 what must be true or false and is neither is found where it stands: %j', (config, paths) => {
  const found = notTrueOrFalse(config as ConsentConfig).map(([path]) => path)
  expect(found.sort()).toEqual(paths.sort())
})
