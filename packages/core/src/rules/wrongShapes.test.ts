import { expect, it } from 'vitest'
import type { ConsentConfig } from '../types/config.js'
import { wrongShapes } from './wrongShapes.js'

it.each<[unknown, string[]]>([
  [{}, []],
  [null, []],
  ['text', []],
  [{ policies: [{}], categories: { media: {} }, services: [{ cookies: [{}] }], necessary: [] }, []],
  [{ session: {}, record: {}, signals: {}, receipts: {}, ui: { texts: {}, contact: {} } }, []],
  [
    { session: 'sid', signals: 'ask', receipts: '/receipts', ui: 'ko' },
    ['session', 'signals', 'receipts', 'ui'],
  ],
  [
    { record: 'consent_gate', ui: { texts: 'Hello', contact: 'a@b.c' } },
    ['record', 'ui.texts', 'ui.contact'],
  ],
  [{ categories: ['media'] }, ['categories', 'categories[0]']],
  [{ 0: {}, ui: { 0: 'k', 1: 'o', lang: 'en' }, session: { 0: 's', cookie: 'sid' } }, ['', 'ui', 'session']],
  [{ categories: { media: 'Videos and maps' } }, ['categories.media']],
  [{ policies: '2026-12-01', services: {}, necessary: 'cart' }, ['policies', 'services', 'necessary']],
  [{ policies: ['2026-12-01'], necessary: ['cart'] }, ['policies[0]', 'necessary[0]']],
  [
    { services: [null, { cookies: null }, { cookies: ['_x'] }] },
    ['services[0]', 'services[1].cookies', 'services[2].cookies[0]'],
  ],
])('P18 what must be an object or a list and is none is found where it stands: %j', (config, paths) => {
  const found = wrongShapes(config as ConsentConfig).map(([path]) => path)
  expect(found.sort()).toEqual(paths.sort())
})
