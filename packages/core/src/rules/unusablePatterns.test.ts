import { expect, it } from 'vitest'
import type { ConsentConfig } from '../types/config.js'
import { unusablePatterns } from './unusablePatterns.js'

it.each<[unknown, string[]]>([
  [{}, []],
  [null, []],
  [
    { services: [{ cookies: [{ name: '_ga' }, { name: '_ga_*' }, {}] }], necessary: [{ name: 'cart.v1' }] },
    [],
  ],
  [
    { services: [{}, { cookies: [{ name: '*_session' }, { name: 'vid_*_x' }, { name: 'vid_**' }] }] },
    ['services[1].cookies[0].name', 'services[1].cookies[1].name', 'services[1].cookies[2].name'],
  ],
  [
    { services: [{ cookies: [{ name: '/^vid_/' }, { name: '^vid_' }, { name: 5 }] }] },
    ['services[0].cookies[0].name', 'services[0].cookies[1].name', 'services[0].cookies[2].name'],
  ],
  [{ necessary: [{ name: '*cart' }] }, ['necessary[0].name']],
])('P18 patterns that match no cookie are found where they stand: %j', (config, paths) => {
  const found = unusablePatterns(config as ConsentConfig).map(([path]) => path)
  expect(found.sort()).toEqual(paths.sort())
})
