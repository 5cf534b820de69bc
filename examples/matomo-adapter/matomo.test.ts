import { expect, test } from 'vitest'
import { matomo } from './src/index.js'
import type { MatomoWindow } from './src/matomoWindow.js'
import { fakeContext } from './test/fakeContext.js'

const service = () => matomo({ url: 'https://stats.test/', siteId: '7' })

test('P1 a denial at start inserts nothing and leaves the page its queue', () => {
  const fake = fakeContext({ queued: [['trackPageView']] })
  service().deny?.(fake.context)
  expect([fake.scripts, fake.statuses, fake.told()]).toEqual([[], ['idle'], ['trackPageView']])
})

test('P4 a grant keeps the settings that the page queued, and nothing that measures', () => {
  const fake = fakeContext({ queued: [['trackPageView'], ['setConsentGiven'], ['setDocumentTitle', 'A']] })
  service().grant?.(fake.context)
  expect(fake.told()).toEqual([
    'setDocumentTitle A',
    'requireConsent',
    'setConsentGiven',
    'setSiteId 7',
    'setTrackerUrl https://stats.test/matomo.php',
    'trackPageView',
  ])
  expect(fake.scripts.map(({ src }) => src)).toEqual(['https://stats.test/matomo.js'])
})

test('P4 a page that queued nothing, as most, has a queue from the grant on, with all that Matomo is told', () => {
  const { context } = fakeContext()
  const win: MatomoWindow = context.env.win
  delete win._paq
  service().grant?.(context)
  expect(win._paq).toEqual([
    ['requireConsent'],
    ['setConsentGiven'],
    ['setSiteId', '7'],
    ['setTrackerUrl', 'https://stats.test/matomo.php'],
    ['trackPageView'],
  ])
})

test('it is among the analytics, unless the site says otherwise', () => {
  const options = { url: 'https://stats.test/', siteId: '7' }
  expect([matomo(options).category, matomo({ ...options, category: 'own' }).category]).toEqual([
    'analytics',
    'own',
  ])
})

test('P3 granted again while it loads: one script, and it runs', () => {
  const fake = fakeContext()
  const { grant, deny } = service()
  grant?.(fake.context)
  deny?.(fake.context)
  grant?.(fake.context)
  expect(fake.scripts).toHaveLength(1)
  fake.arrive()
  expect(fake.statuses).toEqual(['loading', 'stopped', 'loading', 'running'])
})

test('P15 destroy() ends it: no event goes on, and a script that comes later tells nothing', () => {
  const fake = fakeContext()
  const { grant, destroy, track, pageView } = service()
  grant?.(fake.context)
  destroy?.()
  const before = fake.told()
  track?.('late')
  pageView?.()
  expect(fake.told()).toEqual(before)
  fake.arrive()
  expect(fake.statuses).toEqual(['loading'])
})

test('P4 cookies reach as far as the record, and no further', () => {
  const fake = fakeContext({ recordDomain: 'example.test' })
  service().grant?.(fake.context)
  expect(fake.told()).toContain('setCookieDomain *.example.test')
})

test('P2 withdrawn while it loads: it finds no page view in the queue, and an address that is none', () => {
  const fake = fakeContext()
  const { grant, deny } = service()
  grant?.(fake.context)
  deny?.(fake.context)
  expect(fake.told()).toEqual([
    'setSiteId 7',
    'setTrackerUrl https://stats.test/matomo.php',
    'requireConsent',
    'setTrackerUrl https://',
    'disableCookies',
  ])
  fake.arrive()
  expect(fake.statuses).toEqual(['loading', 'stopped'])
})

test('P2 withdrawn while it runs: the address goes first, then consent, then cookies', () => {
  const fake = fakeContext()
  const { grant, deny, track, pageView } = service()
  grant?.(fake.context)
  fake.arrive()
  deny?.(fake.context)
  track?.('late')
  pageView?.()
  expect(fake.told()).toEqual(['setTrackerUrl https://', 'forgetConsentGiven', 'disableCookies'])
  expect(fake.statuses).toEqual(['loading', 'running', 'stopped'])
})

test('P3 on again: no second script, consent while the address is void, one page view', () => {
  const fake = fakeContext()
  const { grant, deny } = service()
  grant?.(fake.context)
  fake.arrive()
  deny?.(fake.context)
  const before = fake.told().length
  grant?.(fake.context)
  grant?.(fake.context)
  expect(fake.told().slice(before)).toEqual([
    'setConsentGiven',
    'setSiteId 7',
    'setTrackerUrl https://stats.test/matomo.php',
    'trackPageView',
  ])
  expect(fake.scripts).toHaveLength(1)
  expect(fake.statuses).toEqual(['loading', 'running', 'stopped', 'running'])
})

test('a script that fails is a state with a reason, and is tried twice in a page', () => {
  const fake = fakeContext()
  const { grant, deny } = service()
  for (const _ of [1, 2, 3]) {
    grant?.(fake.context)
    if (fake.statuses.at(-1) === 'loading') fake.scripts.at(-1)?.onerror?.()
    deny?.(fake.context)
  }
  expect(fake.scripts).toHaveLength(2)
  expect(fake.statuses.filter((status) => status !== 'stopped')).toEqual([
    'loading',
    'blocked: load-error',
    'loading',
    'blocked: load-error',
    'blocked: gave-up',
  ])
})

test('a choice while blocked tries again, and keeps what was told under the yes', () => {
  const fake = fakeContext()
  const { grant, track } = service()
  grant?.(fake.context)
  fake.scripts[0]?.onerror?.()
  track?.('open')
  const before = fake.told()
  for (const _ of [1, 2, 3]) {
    grant?.(fake.context)
    if (fake.statuses.at(-1) === 'loading') fake.scripts.at(-1)?.onerror?.()
  }
  expect(fake.scripts).toHaveLength(2)
  expect(fake.told()).toEqual(before)
  expect(fake.statuses).toEqual([
    'loading',
    'blocked: load-error',
    'loading',
    'blocked: load-error',
    'blocked: gave-up',
    'blocked: gave-up',
  ])
})

test.each([
  ['granted', true],
  ['denied', false],
])(
  'P2 a tracker that an instance before left running is told of the no: one that starts %s',
  (_, granted) => {
    const fake = fakeContext()
    const first = service()
    first.grant?.(fake.context)
    fake.arrive()
    first.destroy?.()
    const second = service()
    if (granted) second.grant?.(fake.context)
    const before = fake.told().length
    second.deny?.(fake.context)
    expect(fake.told().slice(before)).toEqual([
      'setTrackerUrl https://',
      'forgetConsentGiven',
      'disableCookies',
    ])
    expect(fake.statuses.at(-1)).toBe('stopped')
  },
)

test('a script that is no Matomo is blocked, with the reason', () => {
  const fake = fakeContext()
  service().grant?.(fake.context)
  fake.scripts[0]?.onload?.()
  expect(fake.statuses).toEqual(['loading', 'blocked: no-tracker'])
})

test('the seam’s events and page views are Matomo’s', () => {
  const fake = fakeContext()
  const { grant, track, pageView } = service()
  grant?.(fake.context)
  fake.arrive()
  track?.('open', { category: 'cart', name: 'tea', value: 2 })
  pageView?.({ url: 'https://example.test/b', title: 'B' })
  expect(fake.told()).toEqual(['trackEvent cart', 'setCustomUrl https://example.test/b', 'trackPageView B'])
})
