import { expect, it } from 'vitest'
import type { ConsentConfig } from '../types/config.js'
import { unknownKeys } from './unknownKeys.js'

const at = (config: unknown) => unknownKeys(config as ConsentConfig)

it.each<[unknown, [path: string, value: unknown][]]>([
  [{}, []],
  [null, []],
  ['text', []],
  [
    {
      policies: [{ version: '1', announced: 'x', effective: 'x', url: '/', summary: '', askAgain: true }],
      utcOffset: 'Z',
      categories: { media: { label: '', text: '', consentTypes: [] } },
      services: [{ id: 'a', category: 'media', cookies: [{ name: 'a', purpose: '', retention: '' }] }],
      session: { cookie: 'sid', rewrite: true },
      record: { cookie: 'c', days: 1, domain: 'host' },
      signals: { gpc: 'ask' },
      necessary: [{ name: 'cart' }],
      receipts: { url: '/r' },
      ui: {
        lang: 'ko',
        position: 'top',
        theme: 'auto',
        reopen: 'none',
        texts: { any: 'x' },
        contact: { email: '', url: '' },
      },
      minor: true,
      nonce: '',
      debug: true,
    },
    [],
  ],
  [{ sesion: 5 }, [['sesion', 5]]],
  [{ policies: [{ version: '1' }, { effectiv: 'x' }] }, [['policies[1].effectiv', 'x']]],
  [{ categories: { media: { lable: 'x' } } }, [['categories.media.lable', 'x']]],
  [{ services: [{ cookies: [{ nam: 'x' }] }] }, [['services[0].cookies[0].nam', 'x']]],
  [{ record: { day: 1 } }, [['record.day', 1]]],
  [{ ui: { contact: { mail: 'x' } } }, [['ui.contact.mail', 'x']]],
])('P18 %j', (config, found) => {
  expect(at(config)).toEqual(found)
})
