import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSite } from '../harness/index.js'
import { comparePictures } from './comparePictures.js'
import { LANGUAGES, openState, THEMES } from './openStates.js'
import { states } from './states.js'
import { writeIndexedPng } from './writeIndexedPng.js'

/** `npm run screenshots` sets it: then the pictures are taken, and nothing is compared. */
const taking = process.env.SCREENSHOTS === 'take'
const baselines = fileURLToPath(new URL('./baselines/', import.meta.url))
/** Where what was seen instead is left, for whoever has to look. */
const failures = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url))
const WIDTHS = [1280, 320] as const

const taken = new Set<string>()

beforeAll(() => {
  for (const folder of [baselines, failures]) mkdirSync(folder, { recursive: true })
})

test('the fonts of the pictures are installed: fonts-noto-cjk and fonts-dejavu-core', async () => {
  const { page } = await openSite({ page: '<p></p>', launch: { program: 'chromium' } })
  const missing = await page.evaluate(() =>
    ['Noto Sans CJK KR', 'DejaVu Sans'].filter((font) => {
      const pen = document.createElement('canvas').getContext('2d')
      const width = (family: string) => {
        if (pen) pen.font = `72px ${family}`
        return pen?.measureText('가나다 mmmwww سسس').width
      }
      return width(`"${font}", monospace`) === width('monospace')
    }),
  )
  expect(missing).toEqual([])
})

describe.each(states)('$name', (state) => {
  test('looks as it was last looked at, in two themes, three languages and two widths', async () => {
    const { page, show } = await openState(state, {
      launch: { program: 'chromium' },
      context: { reducedMotion: 'reduce' },
    })
    const changed: string[] = []
    for (const lang of LANGUAGES) {
      await page.setViewportSize({ width: WIDTHS[0], height: 800 })
      await page.emulateMedia({ colorScheme: 'light' })
      const piece = await show(lang)
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 })
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme })
          // Focus rings and the pointer's own look belong to other tests.
          await page.mouse.move(0, 0)
          const name = `${state.name}.${lang}.${colorScheme}.${width}.png`
          const shot = PNG.sync.read(await piece.screenshot({ animations: 'disabled', caret: 'hide' }))
          taken.add(name)
          if (taking) {
            writeFileSync(join(baselines, name), writeIndexedPng(shot))
            continue
          }
          const { difference, picture } = comparePictures(
            PNG.sync.read(readFileSync(join(baselines, name))),
            shot,
          )
          if (!difference) continue
          changed.push(`${name}: ${difference}`)
          writeFileSync(join(failures, name), PNG.sync.write(shot))
          if (picture) writeFileSync(join(failures, `diff.${name}`), PNG.sync.write(picture))
        }
      }
    }
    expect(changed, `Look at ${failures}; if the change is meant: npm run screenshots`).toEqual([])
  })
})

afterAll(() => {
  const stale = readdirSync(baselines).filter((name) => name.endsWith('.png') && !taken.has(name))
  if (taking) for (const name of stale) rmSync(join(baselines, name))
})
