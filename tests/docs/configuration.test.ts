import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { gatePage, openSite, withGate } from '../harness/index.js'
import { checkTypes } from '../repo/checkTypes.js'
import { root } from '../repo/root.js'
import { scratchFolder } from '../repo/scratchFolder.js'
import { membersOf } from './membersOf.js'
import { blocksIn, section } from './section.js'
import { codesIn, tableOf } from './tableOf.js'

type Json = Record<string, unknown>

const DOCUMENT = 'docs/configuration.md'
const CONFIG = 'packages/core/src/types/config.ts'
const SERVICE = 'packages/core/src/types/service.ts'
const READ_OPTIONS = 'packages/loader/src/readOptions.ts'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const whole = read(DOCUMENT)
const shared = membersOf(CONFIG, 'SharedConfig')
const gate = [...shared, ...membersOf(READ_OPTIONS, 'GateConfig')]
const inside = (outer: string, members: string[]) =>
  members.flatMap((member) => (member.startsWith(`${outer}.`) ? [member.slice(outer.length + 1)] : []))
/** Without the names of objects whose keys are listed. */
const leaves = (members: string[]) =>
  members.filter((member) => !members.some((other) => other.startsWith(`${member}.`)))

const cookieKeys = membersOf(SERVICE, 'CookieDeclaration')
/** Where the keys of an object are: the part of the document, and the types. */
const HELD: Readonly<Record<string, string[]>> = {
  '## All keys': gate.filter((member) => !member.includes('.')),
  '## policies': membersOf(CONFIG, 'PolicyConfig'),
  '## utcOffset': ['utcOffset'],
  '## categories': membersOf(CONFIG, 'CategoryConfig'),
  '## services': [...membersOf(CONFIG, 'ServiceConfig'), ...membersOf(SERVICE, 'ServiceDisclosure')],
  '## cookies of a service': cookieKeys,
  '## session': membersOf(CONFIG, 'SessionConfig'),
  '## record': inside('record', shared),
  '## signals': inside('signals', shared),
  '## receipts': inside('receipts', shared),
  '## ui': leaves(membersOf(CONFIG, 'UiConfig')),
  '## minor': ['minor'],
  '## nonce': ['nonce'],
  '## debug': ['debug'],
}

describe('the tables of keys', () => {
  test.each(Object.entries(HELD))('"%s" names every key of the types, and no other', (heading, members) => {
    expect(members.length).toBeGreaterThan(0)
    const rows = tableOf(section(DOCUMENT, heading), 'key')
    expect(rows.flatMap(([key]) => codesIn(key)).sort()).toEqual([...members].sort())
  })

  test('every key has a part of its own, or stands in one', () => {
    const parts = [...whole.matchAll(/^## (\w+)$/gm)].map(([, heading]) => heading)
    expect(parts.filter((part) => part !== 'Markup').sort()).toEqual([...(HELD['## All keys'] ?? [])].sort())
  })

  test('the attributes of the tag are those that the loader reads', () => {
    const [, names = ''] = read(READ_OPTIONS).match(/const \{ ([^}]+) \} =\s+data\b/) ?? []
    const attributes = names
      .split(', ')
      .map((name) => `data-${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`)
    expect(attributes.length).toBeGreaterThan(8)
    const rows = tableOf(section(DOCUMENT, '## How to write it'), 'attribute')
    expect(rows.flatMap(([attribute]) => codesIn(attribute)).sort()).toEqual(attributes.sort())
  })

  test('what data-consent-gate can say is what a click is looked up in', () => {
    const source = read('packages/core/src/page/consentLinks.ts')
    const [, answers = ''] = source.match(/answers: [^{]+\{\n([^}]+)\}/) ?? []
    const actions = [...answers.matchAll(/^ +([a-z]+): /gm)].map(([, name = '']) => name)
    expect(actions.length).toBeGreaterThan(2)
    const rows = tableOf(section(DOCUMENT, '### Links and buttons'), '`data-consent-gate`')
    expect(rows.flatMap(([value]) => codesIn(value)).sort()).toEqual(['preferences', ...actions].sort())
  })

  test('the elements are those that the interface draws', () => {
    const [, inline = ''] = read('packages/banner/src/mount.ts').match(/INLINE = '([^']+)'/) ?? []
    const rows = tableOf(section(DOCUMENT, '### Elements'), 'element')
    expect(rows.flatMap(([element]) => codesIn(element)).sort()).toEqual(
      inline
        .split(',')
        .map((name) => `<${name}>`)
        .sort(),
    )
  })

  test('every issue of the configuration and of markup is linked where it can happen', () => {
    const codes = [...read('docs/issues.md').matchAll(/^### (CG[14]\d\d)$/gm)].map(([, code]) => code)
    expect(codes.length).toBeGreaterThan(20)
    expect(codes.filter((code) => !whole.includes(`[${code}](`))).toEqual([])
  })
})

const examples = [...whole.split(/^(?=## )/m)].flatMap((part) =>
  blocksIn(part, 'json').map((json): [string, string] => [part.slice(3, part.indexOf('\n')), json]),
)
const [[, first] = ['', '{}']] = examples
/** Keys by place; an id or a place in a list is no key. */
const ALLOWED: Readonly<Record<string, string[] | undefined>> = {
  '': HELD['## All keys'],
  policies: HELD['## policies'],
  'categories.*': HELD['## categories'],
  services: HELD['## services'],
  'services.cookies': cookieKeys,
  necessary: cookieKeys,
  session: HELD['## session'],
  record: HELD['## record'],
  signals: HELD['## signals'],
  receipts: HELD['## receipts'],
  ui: membersOf(CONFIG, 'UiConfig'),
  'ui.contact': ['email', 'url', 'myPage', 'form'],
  googleAnalytics: membersOf('packages/ga-adapter/src/types.ts', 'GoogleAnalyticsOptions'),
}

/** Keys that no type has. */
function strangers(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => strangers(item, at))
  if (typeof value !== 'object' || !value) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (at === 'categories') return strangers(inner, 'categories.*')
    if (at === 'ui.texts') return []
    const place = at ? `${at}.${key}` : key
    return ALLOWED[at]?.includes(key) ? strangers(inner, place) : [place]
  })
}

const LISTS = ['policies', 'services', 'services.cookies', 'necessary']
/** Every key of the types at once, without a value. */
function everyKey(place = ''): Json {
  const keys = (ALLOWED[place] ?? []).filter((key) => !key.includes('.'))
  return Object.fromEntries(
    keys.map((key) => {
      const at = place ? `${place}.${key}` : key
      if (at === 'categories') return [key, { media: everyKey('categories.*') }]
      const inner = ALLOWED[at] ? everyKey(at) : null
      return [key, LISTS.includes(at) ? [inner] : inner]
    }),
  )
}

/** A page that did nothing but paste the example, with attributes for what every page needs and it leaves out. */
async function openExample(json: string, body = '') {
  const config = JSON.parse(json) as Json
  const asks = config.googleAnalytics || config.services || config.categories
  const attributes = [
    ...(config.policies ? [] : ['data-policy-version="2026-12-01"']),
    ...(asks ? [] : ['data-measurement-id="G-XXXXXXXXXX"']),
  ].join(' ')
  const said: string[] = []
  const site = await openSite({
    host: 'shop.example.co.kr',
    page: {
      '/': `<script type="application/json" id="consent">${json}</script>
<script async src="/gate/gate.js" data-config="#consent" data-debug ${attributes}></script>
<a href="/privacy" data-consent-gate="preferences">Cookie settings</a>${body}`,
      '/player.js': 'window.player = true',
      '/player.css': { headers: { 'content-type': 'text/css' }, body: '' },
      '/film': '<p>film</p>',
      '/still.png': {
        headers: { 'content-type': 'image/svg+xml' },
        body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
      },
    },
    async before(context) {
      context.on('console', (message) => said.push(`${message.type()} ${message.text()}`))
    },
  })
  site.page.setDefaultTimeout(10_000)
  await site.page.waitForLoadState('networkidle')
  const settings = await withGate(site.page, (consent) => consent.settings)
  return { ...site, said, settings, config }
}

test('P18 no key of the types is told as one that nothing reads, and another is', async () => {
  const config = { ...everyKey(), stranger: 1 }
  const { page } = await openSite({ page: gatePage({ ...config, debug: true }) })
  const unread = () =>
    withGate(page, (consent) => {
      const found: string[] = []
      consent.onIssue(({ code, path, message }) => code === 'CG106' && message && found.push(path))()
      return found
    })
  await expect.poll(unread, { timeout: 10_000 }).toEqual(['stranger'])
})

test('P18 the paths of services count Google Analytics of the script tag, as docs/issues.md says', async () => {
  const services = [{ id: 'films', category: 'necessary' }]
  const pathsWith = async (config: object) => {
    const { page } = await openSite({ page: gatePage({ services, ...config }) })
    return withGate(page, (consent) => {
      const found: string[] = []
      consent.onIssue(({ code, path }) => code === 'CG122' && found.push(path))()
      return found
    })
  }
  const [, ofOurs] =
    read('docs/issues.md').match(/then `(services\[\d\])` is the first of your own list/) ?? []
  expect(await pathsWith({})).toEqual(['services[0].category'])
  expect(await pathsWith({ googleAnalytics: { measurementId: 'G-TEST1' } })).toEqual([`${ofOurs}.category`])
})

test('P18 an element that data-config does not find is told as docs/issues.md says', async () => {
  const { page } = await openSite({
    page: gatePage({}).replace('data-config="#config"', 'data-config="config"'),
  })
  const values = await withGate(page, (consent) => {
    const found: unknown[] = []
    consent.onIssue(({ code, value }) => code === 'CG140' && found.push(value))()
    return found
  })
  expect(section('docs/issues.md', '### CG140')).toContain(`${values}`.split('SyntaxError: ')[1])
})

describe('the examples', () => {
  test('are there for every part but those of one value', () => {
    const without = Object.keys(HELD).filter(
      (heading) => !blocksIn(section(DOCUMENT, heading), 'json').length,
    )
    expect(without).toEqual(['## All keys', '## utcOffset', '## cookies of a service'])
  })

  test.each(examples)(
    '"%s" has keys of the types alone, and starts without a word on the console',
    async (_part, json) => {
      expect(strangers(JSON.parse(json))).toEqual([])
      const { said, settings, config } = await openExample(json)
      expect(said).toEqual([])
      const { session, record, receipts, ui, minor, nonce } = config
      const written = Object.entries({ session, record, receipts, ui, minor, nonce })
      expect(settings).toMatchObject(Object.fromEntries(written.filter(([, value]) => value !== undefined)))
    },
  )

  test('would be noticed if they held a mistake, or a key that is none', async () => {
    expect(strangers({ session: { cookies: 'sid' }, services: [{ cookies: [{ nam: 'x' }] }] })).toEqual([
      'session.cookies',
      'services.cookies.nam',
    ])
    const { said } = await openExample('{ "record": { "days": 4000 } }')
    expect(said.join()).toContain('CG102')
  })
})

test('the defaults in the tables are the ones in force', async () => {
  const { page, settings } = await openExample('{}')
  const row = (heading: string, key: string) =>
    tableOf(section(DOCUMENT, heading), 'key').find((cells) => codesIn(cells[0]).includes(key)) ?? []
  const told = (heading: string, key: string) => codesIn(row(heading, key)[2])[0]
  const [policy] = settings.policies
  expect({
    askAgain: told('## policies', 'askAgain'),
    cookie: told('## record', 'cookie'),
    days: told('## record', 'days'),
    domain: told('## record', 'domain'),
    gpc: told('## signals', 'gpc'),
    minor: told('## minor', 'minor'),
    consentTypes:
      told('## categories', 'consentTypes') && codesIn(row('## categories', 'consentTypes')[2])[1],
  }).toEqual({
    askAgain: `${policy?.askAgain}`,
    cookie: settings.record.cookie,
    days: `${settings.record.days}`,
    domain: settings.record.domain,
    gpc: settings.gpc,
    minor: `${settings.minor}`,
    consentTypes: JSON.stringify(settings.categories.find(({ id }) => id === 'analytics')?.consentTypes),
  })
  const drawn = page.locator('#consent-gate')
  expect(await drawn.getAttribute('data-position')).toBe(told('## ui', 'position'))
  expect(await drawn.getAttribute('data-theme')).toBe(told('## ui', 'theme'))
})

describe('the markup', () => {
  const html = (heading: string) => blocksIn(section(DOCUMENT, heading), 'html').join('\n')

  test('works as pasted beside the first example: held until a yes, then there', async () => {
    const { page, said, requests } = await openExample(
      first,
      html('### Gated elements') + html('### Links and buttons') + html('### Elements'),
    )
    const asked = () =>
      requests.map(({ url }) => url.pathname).filter((path) => /^\/(player|film|still)/.test(path))
    await page.locator('consent-gate-disclosure').getByText('Example Video').first().waitFor()
    await page.locator('consent-gate-policies').getByText('2026-12-01').waitFor()
    await page.locator('consent-gate-toggle [role=switch][aria-checked=false]').waitFor()
    expect([said, asked()]).toEqual([[], []])

    await page.locator('[data-consent-gate=accept]').click()
    await page.waitForFunction('window.player && document.title === "Films"')
    await page.frameLocator('iframe').getByText('film').waitFor()
    await expect.poll(() => asked().sort()).toEqual(['/film', '/player.css', '/player.js', '/still.png'])
    await page.locator('consent-gate-toggle [role=switch][aria-checked=true]').waitFor()
    expect(said).toEqual([])

    await page.locator('[data-consent-gate=withdraw]').click()
    await page.locator('[data-consent-gate-placeholder=videos]').waitFor()
    expect(await page.getAttribute('img', 'src')).toBeNull()
    expect(await withGate(page, (consent) => consent.get().state)).toMatchObject({ videos: 'denied' })
  })

  test('a script of type text/plain waits with its address in src as well, and is not loaded before', async () => {
    const { page, requests } = await openSite({
      page: {
        '/': gatePage({}, '<script type="text/plain" data-category="analytics" src="/player.js"></script>'),
        '/player.js': 'window.player = true',
      },
    })
    await page.locator('#consent-gate [data-role=accept]').waitFor()
    expect(requests.some(({ url }) => url.pathname === '/player.js')).toBe(false)
    await page.locator('#consent-gate [data-role=accept]').click()
    await page.waitForFunction('window.player')
  })

  test('a gated script with an address writes nothing, also one that runs before the page has been parsed', async () => {
    const { page, errors } = await openSite({
      page: {
        '/': gatePage(
          {},
          `<script type="text/plain" data-category="analytics" data-src="/writes.js"></script>
<script src="/slow.js"></script><p>End</p>`,
        ),
        '/writes.js': 'window.ranWhile = document.readyState; document.write("Written")',
      },
      async respond({ url }) {
        if (url.pathname !== '/slow.js') return undefined
        await new Promise((resolve) => setTimeout(resolve, 1000))
        return { headers: { 'content-type': 'text/javascript' }, body: '' }
      },
      before: (context) =>
        context.addCookies([
          {
            name: 'consent_gate',
            value: `1.id-1.1.1.${Date.now().toString(36)}.api.stats1`,
            url: 'https://example.test',
          },
        ]),
    })
    await page.getByText('End').waitFor()
    expect(await page.evaluate('ranWhile')).toBe('loading')
    expect(await page.getByText('Written').count()).toBe(0)
    expect(errors).toEqual([])
  })

  test('the tag with attributes works as pasted', async () => {
    const [tag = ''] = blocksIn(section(DOCUMENT, '## How to write it'), 'html')
    const { page, errors } = await openSite({ page: tag.replace('/consent-gate/', '/gate/') })
    await page.locator('#consent-gate [data-role=accept]').waitFor()
    expect(await withGate(page, ({ settings }) => settings)).toMatchObject({
      policies: [{ version: '2026-12-01', url: '/privacy' }],
      session: { cookie: 'sid' },
      ui: { lang: 'en' },
    })
    expect(errors).toEqual([])
  })
})

test('the npm form passes the strict type check, and has the keys of the JSON before it', async () => {
  const [code = ''] = blocksIn(section(DOCUMENT, '## How to write it'), 'ts')
  const folder = scratchFolder()
  writeFileSync(join(folder, 'snippet.ts'), code)
  const { stdout } = await checkTypes(folder, 'snippet.ts')
  expect(stdout).toBe('')
  const written = [...code.matchAll(/^ {2}(\w+): /gm)].map(([, key]) => key)
  const { googleAnalytics: _, ui: __, ...keys } = JSON.parse(first) as Json
  expect(written.sort()).toEqual(Object.keys(keys).sort())
})

test('P18 the npm form tells mistakes on the console, where the page of issues says they are', async () => {
  const [code = ''] = blocksIn(section(DOCUMENT, '## How to write it'), 'ts')
  const folder = scratchFolder()
  const file = join(folder, 'mistaken.ts')
  writeFileSync(file, code.replace('G-XXXXXXXXXX', 'GTM-XXXXXXX'))
  const { outputFiles } = await build({ entryPoints: [file], bundle: true, format: 'iife', write: false })
  const said: string[] = []
  await openSite({
    page: {
      '/': '<script src="/site.js"></script>',
      '/site.js': {
        headers: { 'content-type': 'text/javascript' },
        body: outputFiles[0]?.text ?? '',
      },
    },
    before: async (context) => {
      context.on('console', (message) => said.push(message.text()))
    },
  })
  await expect.poll(() => said, { timeout: 5000 }).toContainEqual(expect.stringMatching(/CG310.*#cg310/))
})
