import { expect, it } from 'vitest'
import type { ConsentConfig, PolicyConfig, ServiceConfig, SessionConfig, UiConfig } from '../types/config.js'
import type { CookieDeclaration } from '../types/service.js'
import { unknownKeys } from './unknownKeys.js'

const at = (config: unknown) => unknownKeys(config as ConsentConfig)

it.each<[unknown, [path: string, value: unknown][]]>([
  [{}, []],
  [null, []],
  ['text', []],
  [{ sesion: 5 }, [['sesion', 5]]],
  [{ policies: [{ version: '1' }, { effectiv: 'x' }] }, [['policies[1].effectiv', 'x']]],
  [{ categories: { media: { lable: 'x' } } }, [['categories.media.lable', 'x']]],
  [{ services: [{ cookies: [{ nam: 'x' }] }] }, [['services[0].cookies[0].nam', 'x']]],
  [{ record: { day: 1 } }, [['record.day', 1]]],
  [{ ui: { contact: { mail: 'x' } } }, [['ui.contact.mail', 'x']]],
  [{ ui: { texts: { accept: 'x', tittle: 'x', reopen: 'x' } } }, [['ui.texts.tittle', 'x']]],
  [{ ui: { texts: { ko: { accept: 'x' } } } }, [['ui.texts.ko', { accept: 'x' }]]],
])('P18 %j', (config, found) => {
  expect(at(config)).toEqual(found)
})

it('P18 knows every key of the types: one that is added there fails here until it is known', () => {
  const cookie: Required<CookieDeclaration> = {
    name: 'vid_*',
    purpose: '',
    retention: '',
    httpOnly: true,
    path: '/',
  }
  const policy: Required<PolicyConfig> = {
    version: '1',
    announced: 'x',
    effective: 'x',
    url: '/',
    summary: '',
    askAgain: true,
  }
  const service: Required<ServiceConfig> = {
    id: 'a',
    category: 'media',
    cookies: [cookie],
    name: '',
    purpose: '',
    recipient: '',
    country: '',
    items: '',
    retention: '',
    policyUrl: '',
    optOutUrl: '',
  }
  const session: Required<Omit<SessionConfig, 'expires' | 'maxAge'>> = {
    cookie: 'sid',
    domain: '',
    path: '/',
    sameSite: 'Lax',
    idleMinutes: 1,
    httpOnly: true,
    signedIn: true,
    logoutUrl: '',
    rewrite: true,
  }
  const contact: Required<NonNullable<UiConfig['contact']>> = { email: '', url: '', myPage: '', form: '' }
  const ui: Required<UiConfig> = {
    lang: 'ko',
    position: 'top',
    theme: 'auto',
    reopen: 'none',
    texts: { accept: 'x' },
    contact,
  }
  const record: Required<NonNullable<ConsentConfig['record']>> = { cookie: 'c', days: 1, domain: 'host' }
  const config: Required<ConsentConfig> = {
    policies: [policy],
    utcOffset: 'Z',
    categories: { media: { label: '', text: '', consentTypes: [] } },
    services: [service],
    session,
    record,
    signals: { gpc: 'ask' },
    necessary: [cookie],
    receipts: { url: '/r' },
    ui,
    minor: true,
    nonce: '',
    debug: true,
  }
  expect(at(config)).toEqual([])
})
