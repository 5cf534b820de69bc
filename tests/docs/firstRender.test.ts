import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ConsentConfig, decideFromCookieHeader, type Snapshot } from '@consent-gate/core'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSite, type SiteOptions, withGate } from '../harness/index.js'
import { root } from '../repo/root.js'
import { runTool } from '../repo/runTool.js'
import { scratchFolder } from '../repo/scratchFolder.js'
import { blocksIn, section } from './section.js'

type State = Snapshot['state']

const DOCUMENT = 'SERVER_SIDE.md'
const GUIDE = section(DOCUMENT, '## Rendering the answer, without a flash')
const READING = section(DOCUMENT, '## Reading the consent record')
const RECORD = (videos: 0 | 1) =>
  `consent_gate=1.id-1.2026-12-01.1.${Date.now().toString(36)}.notice.google-analytics0.videos${videos}`
const HELD = '<p>The film is shown once you agree.</p>'
const SHOWN = '<iframe src="/film" title="Film"></iframe>'

const folder = scratchFolder()
const bundled = async (file: string, format: 'esm' | 'iife') => {
  const [output] = (
    await build({
      entryPoints: [join(folder, file)],
      bundle: true,
      format,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      write: false,
    })
  ).outputFiles
  return output?.text ?? ''
}
const imported = async (file: string) => {
  const path = join(folder, `${file}.mjs`)
  writeFileSync(path, await bundled(file, 'esm'))
  return import(pathToFileURL(path).href)
}

let stateOf: (request: Request) => State
let client: string

beforeAll(async () => {
  for (const block of [...blocksIn(GUIDE, 'ts'), ...blocksIn(GUIDE, 'tsx')]) {
    const [, file] = block.match(/^\/\/ (\w+\.tsx?)\b/) ?? []
    if (file) writeFileSync(join(folder, file), block)
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../../tsconfig.base.json',
      compilerOptions: { noEmit: true, jsx: 'react-jsx', jsxImportSource: 'preact' },
    }),
  )
  stateOf = (await imported('stateOf.ts')).stateOf
  client = await bundled('client.tsx', 'iife')
})

/** The page as a server sends it that draws by `state`, with a count of what changes in it afterwards. */
const drawn = (state: State) => `<div id="film">${state.videos === 'granted' ? SHOWN : HELD}</div>
<script>
  window.changes = []
  new MutationObserver((found) => changes.push(...found.map(({ type }) => type)))
    .observe(document.querySelector('#film'), { childList: true, subtree: true, attributes: true, characterData: true })
</script>
<script type="application/json" id="state">${JSON.stringify(state)}</script>
<script src="/client.js"></script>`

async function open(drawnBy: (request: Request) => State, cookie?: string) {
  const sent: string[] = []
  const site = await openSite({
    page: {
      '/': ({ url, headers }) => {
        const page = drawn(drawnBy(new Request(url, { headers: { cookie: headers.cookie ?? '' } })))
        sent.push(page)
        return page
      },
      '/client.js': () => client,
      '/film': 'film',
    },
    before: async (context) => {
      if (cookie) await setCookie(context, cookie)
    },
  })
  const changes = () => site.page.evaluate('changes')
  const film = () => site.page.locator('#film').innerHTML()
  return { ...site, sent, changes, film }
}

function setCookie(context: Parameters<NonNullable<SiteOptions['before']>>[0], cookie: string) {
  const [name = '', value = ''] = cookie.split('=')
  return context.addCookies([{ name, value, url: 'https://example.test' }])
}

/** Long enough for the effects of the first render, and the tasks after them. */
const settled = (page: Page) => page.evaluate('new Promise((done) => setTimeout(done, 300))')

describe('the first render of SERVER_SIDE.md, as pasted', () => {
  test('passes the strict type check', async () => {
    const { stdout } = await runTool(join(root, 'node_modules/typescript/bin/tsc'), ['-p', folder], root)
    expect(stdout).toBe('')
  })

  test.each([
    ['a yes', RECORD(1), SHOWN],
    ['a no', RECORD(0), HELD],
    ['no answer', undefined, HELD],
  ])(
    'P17 the server draws %s as it is, and the browser changes nothing in it',
    async (_what, cookie, html) => {
      const { page, sent, changes, film, errors } = await open(stateOf, cookie)
      await settled(page)
      expect(sent[0]).toContain(html)
      expect([await film(), await changes(), errors]).toEqual([html, [], []])
    },
  )

  test('P17 a page that was drawn for nobody shows the answer after its first render', async () => {
    const { page, sent, changes, film, errors } = await open(
      () => stateOf(new Request('https://example.test')),
      RECORD(1),
    )
    await settled(page)
    expect(sent[0]).toContain(HELD)
    expect(await film()).toBe(SHOWN)
    expect(await changes()).not.toEqual([])
    expect(errors).toEqual([])
  })

  test('an answer in the page is drawn at once, and by the server from then on', async () => {
    const { page, sent, film } = await open(stateOf)
    await page.locator('#consent-gate [data-role=accept]').click()
    await expect.poll(film).toBe(SHOWN)
    await page.reload()
    expect(sent[1]).toContain(SHOWN)
  })
})

test('createConsent has the answer before it returns: what SERVER_SIDE.md reads on the next line', async () => {
  const [, lines = ''] = GUIDE.match(/```ts\n(const consent = [\s\S]+?)```/) ?? []
  const [, read = ''] = lines.match(/^(consent\.get\(\)\S+)/m) ?? []
  writeFileSync(
    join(folder, 'atOnce.ts'),
    `import { createConsent } from '@consent-gate/core'
import { consentConfig } from './consentConfig'
${lines.replace(read, `Object.assign(window, { read: ${read} })`)}`,
  )
  const script = await bundled('atOnce.ts', 'iife')
  const { page } = await openSite({
    page: {
      '/': '<script src="/atOnce.js"></script><script>window.atOnce = window.read</script>',
      '/atOnce.js': script,
    },
    before: (context) => setCookie(context, RECORD(1)),
  })
  expect(await page.evaluate('atOnce')).toBe('granted')
})

test('the JSON of the script tag, turned as SERVER_SIDE.md says, is decided on as the page decides', async () => {
  const [, code = ''] = blocksIn(READING, 'ts')
  writeFileSync(
    join(folder, 'turned.ts'),
    `${code.replace('\n\n', '\n\nexport const turn = (json: any) => {\n')}\nreturn config }`,
  )
  const turn: (json: object) => ConsentConfig = (await imported('turned.ts')).turn
  const json = {
    policies: [{ version: '2026-12-01' }],
    googleAnalytics: { measurementId: 'G-XXXXXXXXXX' },
    services: [{ id: 'videos', category: 'media' }],
  }
  const { page } = await openSite({
    page: `<script type="application/json" id="c">${JSON.stringify(json)}</script><script async src="/gate/gate.js" data-config="#c"></script>`,
    before: (context) => setCookie(context, RECORD(1)),
  })
  const { state, pending, reason } = await withGate(page, (gate) => gate.get())
  expect(state).toMatchObject({ 'google-analytics': 'denied', videos: 'granted' })
  expect(decideFromCookieHeader(turn(json), RECORD(1))).toMatchObject({ state, pending, reason })
})

test('P13 what the SDK draws into survives hydration where it comes after it, as SERVER_SIDE.md says', async () => {
  writeFileSync(
    join(folder, 'hydrated.tsx'),
    `import { hydrate } from 'preact'
import { AfterHydration } from './AfterHydration'
const Toggle = 'consent-gate-toggle' as 'div'
const go = () => hydrate(<p>Statistics <AfterHydration><Toggle /></AfterHydration></p>, document.querySelector('#root')!)
Object.assign(window, { go })`,
  )
  const script = await bundled('hydrated.tsx', 'iife')
  const { page, errors } = await openSite({
    page: {
      '/': `<div id="root"><p>Statistics </p></div>
<script async src="/gate/gate.js" data-measurement-id="G-TEST1" data-policy-version="1"></script>
<script src="/hydrated.js"></script>`,
      '/hydrated.js': { headers: { 'content-type': 'text/javascript' }, body: script },
    },
  })
  await page.locator('#consent-gate [data-role=accept]').waitFor()
  await page.evaluate('go()')
  await page.locator('consent-gate-toggle [role=switch]').waitFor({ timeout: 5000 })
  expect(errors).toEqual([])
})
