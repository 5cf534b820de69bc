import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { writeIndexedPng } from '../banner/writeIndexedPng.js'
import { openSite } from '../harness/index.js'
import { root } from '../repo/root.js'
import { trackedFiles } from '../repo/trackedFiles.js'
import { blocksIn, section } from './section.js'

const DOCUMENT = 'docs/theming.md'
const PROPERTIES = section(DOCUMENT, '## Custom properties')
const [tag = ''] = blocksIn(PROPERTIES, 'html')
const [theme = ''] = blocksIn(PROPERTIES, 'css')
const rows = [
  ...PROPERTIES.matchAll(/^\| `--consent-gate-([\w-]+)` \| [^|]+ \| `([^`]+)` \| (?:`([^`]+)` )?\|$/gm),
].map(([, name = '', light = '', dark = '']) => ({ name, light, dark }))

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const sources = trackedFiles(/\.tsx?$/).filter((file) => /^packages\/.*\/src\/(?!.*\.test\.)/.test(file))
const inSources = (pattern: RegExp) =>
  sources.flatMap((file) => [...read(file).matchAll(pattern)].map(([, found = '']) => found))
const sorted = (names: string[]) => [...new Set(names)].sort()

const PAGE = `<title>Tea</title><body style="margin: 2.5rem; font: 1rem/1.7 system-ui; max-width: 46rem">
<h1>Green tea from the lower field</h1>
<p>Picked by hand in the last week of April, dried once, and packed the same day.</p>
<p><a href="#" data-consent-gate="preferences">Cookie settings</a></p>`

const opened = (html: string, css = '', size = { width: 900, height: 470 }) =>
  openSite({
    page: { '*': `<!doctype html><style>${css}</style>${PAGE}${html}` },
    context: { viewport: size, reducedMotion: 'reduce' },
  })

/** `PICTURES=take` writes what the document shows. */
async function picture(page: Page, name: string) {
  await page.mouse.move(0, 0)
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  expect(shot.length).toBeGreaterThan(5000)
  if (process.env.PICTURES !== 'take') return
  writeFileSync(join(root, 'docs/pictures', `${name}.png`), writeIndexedPng(PNG.sync.read(shot)))
}

test('docs/theming.md lists every custom property that a style sheet reads, and no other', () => {
  const palette = inSources(/palette\(\s*'([^']+)'/g).flatMap((list) =>
    list.split(' ').filter((_, n) => n % 2 === 0),
  )
  const used = [...palette, ...inSources(/var\(--consent-gate-([a-z][\w-]*)/g)]
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.map(({ name }) => name).sort()).toEqual(sorted(used))
})

test('docs/theming.md lists every text that can be replaced, and no other', () => {
  const keys = [...section(DOCUMENT, '## Words').matchAll(/^\|(?! where| *-)[^|]+\|(.+)\|$/gm)].flatMap(
    ([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)].map(([, key = '']) => key),
  )
  const copy = [...read('packages/banner/src/types/copy.ts').matchAll(/readonly (\w+): string/g)]
  const known = [...copy.map(([, key = '']) => key), ...inSources(/texts\?\.(\w+)/g)]
  expect(keys.length).toBe(new Set(keys).size)
  expect(sorted(keys)).toEqual(sorted(known))
  // What the debug mode takes for misspelt (CG106).
  const asked = [...read('packages/core/src/rules/textKeys.ts').matchAll(/^ {2}'(.+?) ?'/gm)]
  expect(sorted(asked.flatMap(([, line = '']) => line.split(' ')))).toEqual(sorted(known))
})

test('docs/theming.md tells of each text which marks in braces it fills in', () => {
  const marksIn = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
  const told = [...section(DOCUMENT, '## Words').matchAll(/`(\w+)`(?: \(([^)]*)\))?/g)].map(
    ([, key = '', marks = '']) => [key, marksIn(marks)] as const,
  )
  const copies = ['notice', 'further'].map((part) => read(`packages/banner/src/copy/${part}En.ts`)).join('')
  const filled = [
    ...[...copies.matchAll(/^ {2}(\w+):\s*'(.*)'/gm)].map(([, key = '', text = '']) => [key, text] as const),
    [
      'placeholder',
      read('packages/core/src/gates/placeholder.ts').match(/en: \['(.*?)'/)?.[1] ?? '',
    ] as const,
  ]
  expect(filled.length).toBeGreaterThan(90)
  for (const [key, text] of filled)
    expect(told.find(([name]) => name === key)?.[1], key).toEqual(marksIn(text))
})

test.each(['light', 'dark'] as const)(
  'the colours that docs/theming.md gives for %s are the ones drawn',
  async (scheme) => {
    const { page } = await opened(tag.replace(/data-(position|theme)="\w+"/g, ''))
    await page.emulateMedia({ colorScheme: scheme })
    await page.locator('#consent-gate [data-role=accept]').waitFor()
    const drawn = await page.locator('#consent-gate').evaluate((gate) => {
      const styles = getComputedStyle(gate)
      return Object.fromEntries(
        ['background', 'text', 'muted', 'border', 'tint', 'link', 'button', 'button-text'].map((name) => [
          name,
          styles.getPropertyValue(`--_${name}`),
        ]),
      )
    })
    const told = rows.filter(({ name }) => name in drawn)
    expect(Object.fromEntries(told.map((row) => [row.name, row[scheme]]))).toEqual(drawn)
    if (scheme === 'light') await picture(page, 'notice')
  },
)

test('the theme of docs/theming.md, as pasted, colours and shapes the notice', async () => {
  const { page, errors } = await opened(tag, theme)
  await page.locator('#consent-gate [data-role=accept]').waitFor()
  const looks = (selector: string, names: string[]) =>
    page
      .locator(selector)
      .evaluate(
        (element, wanted) => wanted.map((name) => getComputedStyle(element).getPropertyValue(name)),
        names,
      )
  expect(await looks('#consent-gate .card', ['background-color', 'border-radius', 'font-family'])).toEqual([
    'rgb(255, 250, 242)',
    '4px',
    'Georgia, serif',
  ])
  const answers = ['background-color', 'color']
  expect(await looks('#consent-gate [data-role=accept]', answers)).toEqual([
    'rgb(154, 59, 18)',
    'rgb(255, 255, 255)',
  ])
  expect(await looks('#consent-gate [data-role=reject]', answers)).toEqual([
    'rgb(154, 59, 18)',
    'rgb(255, 255, 255)',
  ])
  const box = await page.locator('#consent-gate .card').boundingBox()
  expect(box?.x).toBeLessThan(20)
  expect(errors).toEqual([])
  await picture(page, 'themed')
})

test('the preferences stand in dark and Korean as docs/theming.md shows them', async () => {
  const korean = tag.replace(/data-position.*?>/, 'data-theme="dark" data-lang="ko">')
  const { page } = await opened(korean, '', { width: 760, height: 640 })
  await page.locator('[data-role=preferences]').click()
  const dialog = page.locator('#consent-gate dialog')
  await dialog.locator('[role=switch]').waitFor()
  expect(await dialog.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(23, 26, 34)',
  )
  await picture(page, 'preferences')
})

const ROOM = section(DOCUMENT, '## Room in your pages')
const [room = ''] = blocksIn(ROOM, 'css')

test.each([320, 1280])(
  'the room that docs/theming.md keeps is the room that the pieces take, in %i px',
  async (width) => {
    const told = [...ROOM.matchAll(/^\| `<([\w-]+)>`[^|]* \| ([\d,]+) px \| ([\d,]+) px \|$/gm)].map(
      (cells) => [cells[1], Number(cells[width === 320 ? 2 : 3]?.replace(',', ''))],
    )
    const most = new Map<string, number>()
    for (const lang of ['en', 'ko', 'ar']) {
      const { page } = await openSite({
        page: {
          '*': `<!doctype html><html lang="${lang}"><style>body { margin: 16px; font: 16px/1.5 system-ui } ${room}</style>
            <a href="#" data-consent-gate="preferences">Cookies</a>
            <p>Statistics: <consent-gate-toggle></consent-gate-toggle></p><p class="below">Below</p>
            <div><consent-gate-toggle></consent-gate-toggle></div><p class="below">Below</p>
            <consent-gate-disclosure></consent-gate-disclosure><p class="below">Below</p>`,
        },
        context: { viewport: { width, height: 800 } },
      })
      const tops = () =>
        page.locator('.below').evaluateAll((all) => all.map((element) => element.getBoundingClientRect().top))
      const before = await tops()
      await page.evaluate(() => {
        const script = Object.assign(document.createElement('script'), { src: '/gate/gate.js' })
        Object.assign(script.dataset, { measurementId: 'G-TEST1', policyVersion: '1' })
        document.head.append(script)
      })
      await page.locator('consent-gate-disclosure dl').waitFor()
      await page.locator('div > consent-gate-toggle [role=switch]').waitFor()
      const look = async () => {
        expect(await tops(), lang).toEqual(before)
        for (const [name, selector] of [
          ['consent-gate-toggle', 'div > consent-gate-toggle > .line'],
          ['consent-gate-disclosure', '.disclosure'],
        ] as const) {
          const { height = 0 } = (await page.locator(selector).boundingBox()) ?? {}
          most.set(name, Math.max(most.get(name) ?? 0, Math.ceil(height)))
        }
      }
      await look()
      // Who has refused comes back to more words than who was never asked.
      await page.locator('[data-role=reject]').click()
      await look()
    }
    // Fonts and the browser's layout make a few pixels; less room than that and the page jumps.
    for (const [name, room] of told) {
      const taken = most.get(`${name}`) ?? Number.NaN
      expect(Number(room) - taken, `${name} takes ${taken} px`).toBeGreaterThanOrEqual(0)
      expect(Number(room) - taken, `${name} takes ${taken} px`).toBeLessThan(8)
    }
    expect(told.map(([name]) => name)).toEqual([...most.keys()])
  },
)
