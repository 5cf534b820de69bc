import type { ConsoleMessage } from 'playwright-core'
import { expect, test } from 'vitest'
import { gateFile } from '../harness/gateFile.js'
import { gatePage, openSite, STATS, withGate } from '../harness/index.js'

type Printed = readonly [code: string, path: string, value: unknown, url: string]

const GA = 'google-analytics'
const DENIED = { state: { necessary: 'granted', analytics: 'denied' }, persisted: false }
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
const tag = (attributes: string, body = '') =>
  `<script async src="/gate/gate.js" ${attributes}></script>${body}`

/** What `gate.js` printed as a warning, argument by argument. */
async function open(page: string) {
  const printing: Promise<Printed>[] = []
  const site = await openSite({
    page,
    before: async (context) => {
      context.on('console', (message: ConsoleMessage) => {
        if (message.type() !== 'warning' || !message.text().includes('CG')) return
        printing.push(
          Promise.all(
            message.args().map((argument) => argument.jsonValue() as Promise<unknown>),
          ) as unknown as Promise<Printed>,
        )
      })
    },
  })
  await site.page.waitForLoadState('load')
  const printed = async () => Promise.all(printing)
  return { ...site, printed }
}

const link = (code: string) =>
  expect.stringMatching(new RegExp(`^https://github\\.com/.+/docs/issues\\.md#${code.toLowerCase()}$`))

test.each<[what: string, page: string, issue: [code: string, path: string, value: unknown], state: object]>([
  [
    'an ID of Tag Manager in the tag',
    tag('data-measurement-id="GTM-ABC" data-policy-version="1"'),
    ['CG310', 'googleAnalytics.measurementId', ['GTM-ABC']],
    { state: { [GA]: 'denied' }, pending: [], ui: 'none' },
  ],
  [
    'one odd ID in a list',
    gatePage({ googleAnalytics: { measurementId: ['G-ABC', 'AW-1'] } }),
    ['CG310', 'googleAnalytics.measurementId', ['G-ABC', 'AW-1']],
    { state: { [GA]: 'denied' }, pending: ['stats'], ui: 'notice' },
  ],
  [
    'a service among the necessary',
    gatePage({ services: [STATS, { id: 'chat', category: 'necessary' }] }),
    ['CG122', 'services[1].category', 'necessary'],
    { state: { chat: 'denied' }, pending: ['stats'], ui: 'notice' },
  ],
  [
    'a pattern that meets the session cookie',
    gatePage({
      session: { cookie: 'sid' },
      services: [STATS, { id: 'chat', category: 'media', cookies: [{ name: 'chat' }, { name: 's*' }] }],
    }),
    ['CG123', 'services[1].cookies', 's*'],
    { state: { chat: 'denied' }, pending: ['stats'], ui: 'notice' },
  ],
  [
    'two services of one name',
    gatePage({ services: [STATS, { ...STATS, category: 'media' }] }),
    ['CG120', 'services[1].id', 'stats'],
    { pending: ['stats'], ui: 'notice' },
  ],
  [
    'nothing to ask for',
    tag('data-policy-version="1"'),
    ['CG124', 'services', []],
    { ...DENIED, pending: [], ui: 'none' },
  ],
  [
    'no policy',
    tag('data-measurement-id="G-ABC"'),
    ['CG110', 'policies', []],
    { pending: [GA], policy: { current: { version: '0' } }, ui: 'notice' },
  ],
  [
    'a policy date that is none',
    gatePage({ policies: [{ version: '1' }, { version: '2', effective: '1 Dec' }] }),
    ['CG112', 'policies[1].effective', '1 Dec'],
    { policy: { current: { version: '1' }, upcoming: null }, ui: 'notice' },
  ],
  [
    'a position that is none',
    tag('data-measurement-id="G-ABC" data-policy-version="1" data-position="middle"'),
    ['CG104', 'ui.position', 'middle'],
    { pending: [GA], ui: 'notice' },
  ],
  [
    'a theme that is none',
    tag('data-measurement-id="G-ABC" data-policy-version="1" data-theme="pink"'),
    ['CG104', 'ui.theme', 'pink'],
    { pending: [GA], ui: 'notice' },
  ],
  [
    'a language without texts',
    tag('data-measurement-id="G-ABC" data-policy-version="1" data-lang="sw"'),
    ['CG104', 'ui.lang', 'sw'],
    { pending: [GA], ui: 'notice' },
  ],
  [
    'days as a text',
    gatePage({ record: { days: '90' } }),
    ['CG102', 'record.days', '90'],
    { pending: ['stats'], ui: 'notice' },
  ],
  [
    'a record for another domain',
    gatePage({ record: { domain: 'example.com' } }),
    ['CG103', 'record.domain', 'example.com'],
    { pending: ['stats'], ui: 'notice' },
  ],
  [
    'a session cookie that would last',
    gatePage({ session: { cookie: 'sid', maxAge: 3600 } }),
    ['CG131', 'session', { cookie: 'sid', maxAge: 3600 }],
    { pending: ['stats'], ui: 'notice' },
  ],
  [
    'an option of Google Analytics',
    gatePage({ googleAnalytics: { measurementId: 'G-ABC', pageViews: 'none' } }),
    ['CG320', 'googleAnalytics.pageViews', 'none'],
    { pending: [GA, 'stats'], ui: 'notice' },
  ],
  [
    'a server without its scheme',
    gatePage({ googleAnalytics: { measurementId: 'G-ABC', transportUrl: 'data.example.com' } }),
    ['CG321', 'googleAnalytics.transportUrl', 'data.example.com'],
    { pending: [GA, 'stats'], ui: 'notice' },
  ],
  [
    'a configuration that is not JSON',
    `<script type="application/json" id="config">{ policies: [] }</script>${tag('data-config="#config"')}`,
    ['CG140', 'data-config', expect.stringMatching(/^#config: SyntaxError: /)],
    { ...DENIED, reason: 'config', ui: 'none' },
  ],
  [
    'a configuration that is not there',
    tag('data-config="#config"'),
    ['CG140', 'data-config', expect.stringMatching(/^#config: SyntaxError: /)],
    { ...DENIED, reason: 'config', ui: 'none' },
  ],
  [
    'a configuration whose selector is none',
    tag('data-config="/config.json"'),
    ['CG140', 'data-config', expect.stringMatching(/^\/config\.json: SyntaxError: /)],
    { ...DENIED, reason: 'config', ui: 'none' },
  ],
  [
    'an element that has the name of the API',
    `<div id="ConsentGate"></div>${gatePage({ record: { days: 0 } })}`,
    ['CG102', 'record.days', 0],
    { pending: ['stats'], ui: 'notice' },
  ],
  [
    'receipts without an address',
    gatePage({ receipts: '/receipts' }),
    ['CG141', 'receipts', '/receipts'],
    { pending: ['stats'], ui: 'notice' },
  ],
  [
    'a configuration of another shape',
    gatePage({ services: { stats: STATS } }),
    ['CG100', '', expect.objectContaining({ services: { stats: STATS } })],
    { ...DENIED, reason: 'config', ui: 'none' },
  ],
  [
    'services that are no list, beside a measurement ID',
    gatePage({ googleAnalytics: { measurementId: 'G-ABC' }, services: { stats: STATS } }),
    ['CG100', '', expect.objectContaining({ services: { stats: STATS } })],
    { ...DENIED, reason: 'config', ui: 'none' },
  ],
  [
    'a category in the markup that nobody declared',
    gatePage({}, '<script type="text/plain" data-category="statistics">window.ran = true</script>'),
    ['CG402', '[data-category="statistics"]', 'statistics'],
    { pending: ['stats'], ui: 'notice' },
  ],
  [
    'a script that no type holds back',
    gatePage({}, '<script data-category="analytics">window.ran = true</script>'),
    ['CG406', 'script[data-category="analytics"]', expect.stringContaining('window.ran = true')],
    { pending: ['stats'], ui: 'notice' },
  ],
  [
    'a script whose data-src nothing reads',
    gatePage(
      {},
      '<script type="module" data-category="analytics" data-service="stats" data-src="/a.js"></script>',
    ),
    ['CG406', 'script[data-category="analytics"]', expect.stringContaining('data-src="/a.js"')],
    { pending: ['stats'], ui: 'notice' },
  ],
  [
    'a picture that loads by itself',
    gatePage({}, `<img data-category="analytics" src="${PIXEL}" alt="">`),
    ['CG406', 'img[data-category="analytics"]', expect.stringContaining(PIXEL)],
    { pending: ['stats'], ui: 'notice' },
  ],
  [
    'a switch for a service that nobody declared',
    gatePage({}, '<consent-gate-toggle service="ga"></consent-gate-toggle>'),
    ['CG604', 'consent-gate-toggle', 'ga'],
    { pending: ['stats'], ui: 'notice' },
  ],
])('P18 %s is one clear issue, and the site goes on', async (_what, html, [code, path, value], state) => {
  const { page, printed, errors, wire } = await open(`${html}<p id="rest">The page.</p>`)
  await expect.poll(printed, { timeout: 5000 }).toContainEqual([code, path, value, link(code)])
  expect(await printed()).toHaveLength(1)
  expect(await withGate(page, (gate) => gate.get())).toMatchObject(state)
  expect(await page.textContent('#rest')).toBe('The page.')
  expect(errors.filter((error) => !error.includes('CG'))).toEqual([])
  expect(wire.log()).toEqual([])
})

test('P18 with data-debug each issue is told again in words: what was wrong, what to write instead', async () => {
  const { printed } = await open(
    tag('data-debug data-measurement-id="GTM-ABC" data-policy-version="1" data-position="middle"'),
  )
  await expect
    .poll(async () => (await printed()).map(([words, path]) => [words, path]), { timeout: 5000 })
    .toEqual(
      expect.arrayContaining([
        ['CG310', 'googleAnalytics.measurementId'],
        [
          expect.stringMatching(/^CG310 at googleAnalytics\.measurementId: .*G- .*Tag Manager/),
          'googleAnalytics.measurementId',
        ],
        [expect.stringMatching(/^CG104 at ui\.position: .+/), 'ui.position'],
      ]),
    )
})

test('P18 with data-debug a configuration that cannot be read is told in words too', async () => {
  const unreadable = `<script type="application/json" id="config">{ "policies": [], }</script>`
  const { printed } = await open(unreadable + tag('data-debug data-config="#config"'))
  await expect
    .poll(async () => (await printed()).map(([words, path]) => [words, path]), { timeout: 5000 })
    .toEqual([
      ['CG140', 'data-config'],
      [
        expect.stringMatching(/^CG140 at data-config: .*not JSON.*<script type="application\/json"/),
        'data-config',
      ],
    ])
  const silent = await open(unreadable + tag('data-debug="false" data-config="#config"'))
  await expect.poll(async () => (await silent.printed()).map(([words]) => words)).toEqual(['CG140'])
  await silent.page.waitForTimeout(300)
  expect(await silent.printed()).toHaveLength(1)
})

test('P18 with data-debug the words come also where the tag has left the page', async () => {
  const { printed } = await open(`<script>
    const tag = document.createElement('script')
    tag.src = '/gate/gate.js'
    Object.assign(tag.dataset, { debug: '', measurementId: 'GTM-ABC', policyVersion: '1' })
    tag.onload = () => tag.remove()
    document.head.append(tag)
  </script>`)
  await expect
    .poll(async () => (await printed()).map(([words]) => words), { timeout: 10_000 })
    .toContainEqual(expect.stringMatching(/^CG310 at googleAnalytics\.measurementId: .*Tag Manager/))
})

test('P18 with data-debug what the tag and the configuration say in vain is told too', async () => {
  const config = {
    services: [{ id: 'stats', category: 'analytics' }],
    categories: { necessary: { label: '필수' } },
    session: { cookie: 'sid', sameSite: 'lax' },
    recrod: { days: 30 },
    googleAnalytics: { scrubs: ['invite'] },
  }
  const { printed } = await open(
    `<script type="application/json" id="config">${JSON.stringify(config)}</script>${tag(
      'data-debug data-config="#config" data-policy-url="/privacy" data-measurement-id="G-OK" data-measurment-id="G-ABC" data-policyversion="1"',
    )}`,
  )
  await expect
    .poll(async () => [...new Set((await printed()).map(([, path]) => path))].sort(), { timeout: 5000 })
    .toEqual([
      'categories.necessary',
      'googleAnalytics.scrubs',
      'policies',
      'recrod',
      'script[data-measurment-id]',
      'script[data-policyversion]',
      'session.sameSite',
    ])
  expect((await printed()).map(([words]) => words)).toContainEqual(
    expect.stringMatching(/^CG107 at script\[data-measurment-id\]: .*data-measurement-id/),
  )
})

test('P18 with data-debug what means something else than it seems to is told: false in quotes, a pattern inside a name, a text for the interface', async () => {
  const config = {
    ...{ policies: [{ version: '1' }], minor: 'false', ui: 'ko' },
    services: [{ id: 'stats', category: 'analytics', cookies: [{ name: '*_visit' }] }],
  }
  const { page, printed } = await open(
    `<script type="application/json" id="config">${JSON.stringify(config)}</script>${tag(
      'data-debug data-config="#config" data-lang="en"',
    )}`,
  )
  const told = async () => (await printed()).filter(([words]) => words.includes(' at '))
  await expect
    .poll(async () => (await told()).map(([words, path]) => `${words.slice(0, 5)} ${path}`).sort(), {
      timeout: 5000,
    })
    .toEqual(['CG108 ui', 'CG117 minor', 'CG126 services[0].cookies[0].name'])
  expect((await told()).map(([, , value]) => value)).toEqual(
    expect.arrayContaining(['ko', 'false', '*_visit']),
  )
  expect(await withGate(page, (gate) => gate.get().ui)).toBe('none')
})

test('no issue: a link or data that carries the id of a category, what is held back, what is necessary', async () => {
  const { page, printed } = await open(
    gatePage(
      {},
      `<a data-category="analytics" href="/x">x</a> <p data-category="analytics">x</p>
       <script type="application/json" data-category="analytics">{}</script>
       <script type="text/plain" data-category="analytics" src="/held.js"></script>
       <img data-category="analytics" data-src="${PIXEL}" src="${PIXEL}" alt="">
       <img data-category="shoes" src="${PIXEL}" alt="">
       <script data-category="necessary">window.own = true</script>
       <iframe data-category="nobody" data-src="/frame"></iframe>`,
    ),
  )
  await expect.poll(async () => (await printed()).map(([code]) => code)).toContain('CG402')
  await page.waitForTimeout(200)
  expect((await printed()).map(([code]) => code)).toEqual(['CG402'])
})

test('P18 a second tag with other options is told, and the first one stays', async () => {
  const { page, printed } = await open(
    tag(
      'data-measurement-id="G-ABC" data-policy-version="1"',
      tag('data-measurement-id="G-OTHER" data-policy-version="1"'),
    ),
  )
  await expect
    .poll(async () => (await printed()).map(([code, path]) => [code, path]))
    .toEqual([['CG105', 'script']])
  expect(await withGate(page, (gate) => gate.settings.services.length)).toBe(1)
})

test('a second tag with the same options is the first one again, and no issue', async () => {
  const attributes = 'data-measurement-id="G-ABC" data-policy-version="1"'
  const { page, printed } = await open(tag(attributes, tag(attributes)))
  await withGate(page, (gate) => gate.settings)
  await page.waitForTimeout(200)
  expect((await printed()).map(([code]) => code)).not.toContain('CG105')
})

test('P15 an end that is told again leaves the one that came after', async () => {
  const { page } = await openSite({ page: tag('data-measurement-id="G-ABC" data-policy-version="1"') })
  await withGate(page, (gate) => {
    Object.assign(window, { first: gate })
    gate.destroy()
  })
  await page.evaluate(`document.head.append(Object.assign(document.createElement('script'), {
    src: '/gate/gate.js' })); document.head.lastChild.dataset.measurementId = 'G-ABC'`)
  await page.waitForFunction('window.ConsentGate && window.ConsentGate.get')
  expect(await page.evaluate('first.destroy(), ConsentGate !== first && ConsentGate.get().ui')).toBe('notice')
})

// `gate.js` carries the hashes of some, these those of the rest: one hash on the tag pins everything.
test.each([
  'ui',
  'en',
  'en-more',
  'care',
  'gates',
  'advice',
  'debug',
  'session',
  'receipts',
  'preferences',
  'aside',
  'toggle',
  'disclosure',
  'my-data',
  'refusal',
])('P12 a gate-%s.js that is not the one that was built does not run', async (name) => {
  const { page, requests } = await openSite({
    page: gatePage(
      {
        debug: true,
        ui: { lang: 'en' },
        session: { cookie: 'sid', rewrite: true },
        receipts: { url: '/receipts' },
      },
      `<img data-category="necessary" data-src="/dot.png" alt="">
       <consent-gate-toggle service="stats"></consent-gate-toggle>
       <consent-gate-disclosure service="stats"></consent-gate-disclosure>`,
    ),
    respond: async ({ url: { pathname } }) => {
      if (pathname !== `/gate/gate-${name}.js`) return undefined
      const built = gateFile(pathname)
      return { ...built, body: `${built.body};window.changed = true` }
    },
  })
  await withGate(page, async (gate) => {
    gate.session.start('no;cookie')
    gate.acceptAll()
    await gate.showPreferences()
  })
  if (name === 'my-data') await page.click('dialog .my summary')
  // An outcome, which a notice that is up tells.
  if (name === 'aside') await withGate(page, (gate) => gate.showNotice().then(() => gate.rejectAll().ok))
  const asked = () => requests.some(({ url }) => url.pathname === `/gate/gate-${name}.js`)
  await expect.poll(asked, { timeout: 10_000 }).toBe(true)
  await page.waitForTimeout(300)
  expect(await page.evaluate('window.changed')).toBeUndefined()
})

test('P18 text of the page under the id that data-config names is no configuration', async () => {
  const said = JSON.stringify({ googleAnalytics: { measurementId: 'G-OTHER', scriptUrl: '/other.js' } })
  const own = JSON.stringify({ googleAnalytics: { measurementId: 'G-ABC' }, policies: [{ version: '1' }] })
  const { page } = await open(
    `<p id="config">${said}</p><script type="application/json" id="config">${own}</script>${tag('data-config="#config"')}`,
  )
  expect(await withGate(page, (gate) => gate.settings.services[0]?.advice?.options)).toMatchObject({
    measurementId: 'G-ABC',
  })
})

test('P18 a link whose action is misspelt stays a link, and is told', async () => {
  const { page, printed } = await open(
    gatePage({}, '<a href="#there" id="odd" data-consent-gate="settings">Settings</a>'),
  )
  await withGate(page, (gate) => gate.hide())
  await page.click('#odd')
  expect(new URL(page.url()).hash).toBe('#there')
  await expect
    .poll(async () => (await printed()).map(([code, path, value]) => [code, path, value]))
    .toEqual([['CG401', '[data-consent-gate]', 'settings']])
})

test('P18 a gated frame whose address is none holds up no other gate, and gtag is there without a measurement ID', async () => {
  const { page, errors } = await open(
    gatePage(
      {},
      '<iframe data-category="media" data-src="http://"></iframe>' +
        '<script type="text/plain" data-category="analytics">window.ran = true</script>',
    ),
  )
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.waitForFunction('window.ran')
  expect(await page.evaluate('typeof gtag + Array.isArray(dataLayer)')).toBe('functiontrue')
  expect(errors.filter((error) => !error.includes('CG'))).toEqual([])
})

test('P18 a configuration that is half there when the tag runs is waited for', async () => {
  const whole = JSON.stringify({ policies: [{ version: '1' }], services: [STATS], record: { days: 30 } })
  const { page, printed, errors } = await open(
    `<script type="application/json" id="config">${whole.slice(0, 40)}</script>
    <script src="/gate/gate.js" data-config="#config"></script>
    <script>document.querySelector('#config').textContent = ${JSON.stringify(whole)}</script>`,
  )
  expect(await withGate(page, (gate) => gate.settings.record.days)).toBe(30)
  expect(await printed()).toEqual([])
  expect(errors).toEqual([])
})

test('P12 the files beside gate.js are asked for with its query, or a cache would give those of the build before', async () => {
  const { page, requests } = await openSite({
    page: '<script async src="/gate/gate.js?v=2/b" data-measurement-id="G-TEST1" data-policy-version="1"></script>',
  })
  await page.locator('#consent-gate [data-role=preferences]').click()
  await page.locator('#consent-gate dialog[open]').waitFor()
  const files = requests.map(({ url }) => url).filter(({ pathname }) => pathname.startsWith('/gate/'))
  expect(files.length).toBeGreaterThan(4)
  expect([...new Set(files.map(({ search }) => search))]).toEqual(['?v=2/b'])
})
