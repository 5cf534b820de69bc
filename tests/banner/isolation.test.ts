import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openSite } from '../harness/index.js'
import { hostileStyles } from './hostileStyles.js'
import { SITE, sitePage, siteStyles, VIDEOS, WAY_BACK } from './sitePage.js'

const body = `${WAY_BACK}
<button type="button" class="card">가</button><input type="range"><ul class="row"><li>다</li></ul><p class="body">라</p>
<table><tr><td>마</td></tr></table><details open><summary>바</summary>사</details><section><h2>아</h2></section>
<consent-gate-toggle service="google-analytics"></consent-gate-toggle>
<consent-gate-disclosure service="google-analytics"></consent-gate-disclosure>`

/** Only what is painted or takes room: that is what a visitor would see. */
const SEEN =
  'display position visibility opacity color backgroundColor fontFamily fontSize fontWeight fontStyle lineHeight letterSpacing textTransform textAlign textDecorationLine textIndent borderTopWidth borderTopStyle borderTopColor borderTopLeftRadius paddingTop paddingLeft marginTop marginLeft boxSizing float transform listStyleType outlineStyle columnCount'.split(
    ' ',
  )

interface Look {
  name: string
  box: number[]
  styles: Record<string, string>
  before: string
}

const look = (page: Page, selector: string): Promise<Look[]> =>
  page.evaluate(
    ({ selector, properties }) => {
      const root = document.querySelector(selector)
      if (!root) throw new Error(`No ${selector}`)
      const origin = root.getBoundingClientRect()
      return [root, ...root.querySelectorAll('*')].map((element) => {
        const style = getComputedStyle(element) as unknown as Record<string, string>
        const { x, y, width, height } = element.getBoundingClientRect()
        const { content, display } = getComputedStyle(element, '::after')
        return {
          name: `${element.localName}.${element.className} ${element.getAttribute('data-role') ?? ''} ${element.textContent?.slice(0, 20)}`,
          box: [x - origin.x, y - origin.y, width, height],
          styles: Object.fromEntries(properties.map((property) => [property, style[property] ?? ''])),
          before: `${content} ${display}`,
        }
      })
    },
    { selector, properties: SEEN },
  )

/** How two looks differ: sizes by more than a pixel and a half, anything else at all. */
function differences(plain: readonly Look[], styled: readonly Look[]): string[] {
  if (plain.length !== styled.length) return [`${plain.length} elements became ${styled.length}`]
  return plain.flatMap((one, index) => {
    const other = styled[index]
    if (!other) return []
    const moved = one.box.some((value, side) => Math.abs(value - (other.box[side] ?? 0)) > 1.5)
    const changed = Object.entries(one.styles).filter(([key, value]) => other.styles[key] !== value)
    return [
      ...(moved ? [`${one.name}: ${one.box.map(Math.round)} became ${other.box.map(Math.round)}`] : []),
      ...changed.map(([key, value]) => `${one.name}: ${key} ${value} became ${other.styles[key]}`),
      ...(one.before === other.before ? [] : [`${one.name}: ::after ${one.before} became ${other.before}`]),
    ]
  })
}

/** A page whose own stylesheet comes and goes; the interface is measured with and without. */
async function open() {
  const site = await openSite({
    page: {
      '/site.css': siteStyles,
      '*': sitePage({
        config: { ...SITE, ...VIDEOS, ui: { ...SITE.ui, theme: 'light' } },
        lang: 'en',
        body,
      }),
    },
    context: { reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } },
  })
  const { page } = site
  await page.locator('#consent-gate [data-role=accept]').waitFor()
  await page.locator('consent-gate-disclosure dl').waitFor()
  // What decides the size of a card is the font, which a site may set: it is the same with and without.
  const style = (css: string) =>
    page.evaluate((css) => {
      document.querySelector('#hostile')?.remove()
      const sheet = document.createElement('style')
      sheet.id = 'hostile'
      sheet.textContent = css
      // Before the page's own sheet: as a framework would be.
      document.head.prepend(sheet)
    }, css)
  return { ...site, style }
}

describe('a page whose stylesheet is not made for us', () => {
  test('P13 the notice keeps its measures and colours', async () => {
    const { page, style } = await open()
    const plain = await look(page, '#consent-gate')
    const siteItself = await look(page, 'main')
    expect(plain.length).toBeGreaterThan(7)
    const found: Record<string, string[]> = {}
    for (const [name, css] of Object.entries(hostileStyles)) {
      await style(css)
      expect(differences(siteItself, await look(page, 'main')), `${name} reaches the page`).not.toEqual([])
      found[name] = differences(plain, await look(page, '#consent-gate'))
    }
    expect(Object.entries(found).filter(([, lines]) => lines.length > 0)).toEqual([])
  })

  test("P13 so do the preferences, details, my data and the browsers' pages included", async () => {
    const { page, style } = await open()
    await page.evaluate('ConsentGate.showPreferences()')
    await page.locator('dialog summary').first().waitFor()
    for (const summary of await page.locator('dialog summary').all()) await summary.click()
    await page.locator('dialog [data-part] dl').waitFor()
    await page.locator('dialog [data-part=browser-help] a').first().waitFor()
    const plain = await look(page, '#consent-gate dialog')
    expect(plain.length).toBeGreaterThan(80)
    const found: Record<string, string[]> = {}
    for (const [name, css] of Object.entries(hostileStyles)) {
      await style(css)
      found[name] = differences(plain, await look(page, '#consent-gate dialog'))
    }
    expect(Object.entries(found).filter(([, lines]) => lines.length > 0)).toEqual([])
  })

  test('P13 the switch inside the page keeps its size and its state visible', async () => {
    const { page, style } = await open()
    const found: Record<string, unknown[]> = {}
    for (const [name, css] of Object.entries(hostileStyles)) {
      // These hide everything of the page, as they say.
      if (name === 'rules for everything') continue
      await style(css)
      const faults = await page.locator('consent-gate-toggle [role=switch]').evaluate((control) => {
        const { width, height } = control.getBoundingClientRect()
        const track = (control.firstElementChild as Element).getBoundingClientRect()
        const thumb = getComputedStyle(control.firstElementChild as Element, '::before')
        return [
          width >= 44 && width < 80 && height >= 43 && height < 60 ? [] : [`control ${width}×${height}`],
          Math.abs(track.width - 48) < 3 && Math.abs(track.height - 28) < 3
            ? []
            : [`track ${track.width}×${track.height}`],
          Math.abs(Number.parseFloat(thumb.width) - 18) < 2 ? [] : [`thumb ${thumb.width}`],
        ].flat()
      })
      found[name] = faults
    }
    expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
  })
})

test('P13 custom properties of the page, of the names that everybody takes, do not reach the interface', async () => {
  const { page, style } = await open()
  const plain = await look(page, '#consent-gate')
  const names = ['background', 'text', 'muted', 'border', 'tint', 'link', 'button', 'button-text']
  const set = names.map((name) => `--${name}: #f0f`).join(';')
  await style(`.card, .say, button, h2, p, a { ${set} }`)
  expect(differences(plain, await look(page, '#consent-gate'))).toEqual([])
})

test("P15 the page's own scroll-padding holds while the notice is up, on the side that it leaves free", async () => {
  const paddings = async (position: string) => {
    const { page } = await openSite({
      page: {
        '/site.css': siteStyles,
        '*': sitePage({
          config: { ...SITE, ui: { position } },
          lang: 'en',
          body: '<style>html { scroll-padding: 90px 0 70px }</style>',
        }),
      },
    })
    await page.locator('#consent-gate [data-role=accept]').waitFor()
    return page.evaluate(() => {
      const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement)
      return [scrollPaddingTop, scrollPaddingBottom]
    })
  }
  expect((await paddings('bottom'))[0]).toBe('90px')
  expect((await paddings('top'))[1]).toBe('70px')
})

test('P15 the page keeps its own look while ours is mounted, with the notice and the preferences up', async () => {
  const { page } = await openSite({
    page: {
      '/site.css': siteStyles,
      '*': sitePage({
        config: SITE,
        lang: 'en',
        body: `${body}<div id="consent"><dialog open class="card">자</dialog></div>`,
      }),
    },
    respond: async ({ url }) => {
      // The page is measured before our interface arrives.
      if (url.pathname === '/gate/gate-ui.js') await new Promise((resolve) => setTimeout(resolve, 1500))
      return undefined
    },
    context: { reducedMotion: 'reduce' },
  })
  await page.locator('main').waitFor()
  // The elements inside the page are asked for by the site; all else of `main` is the site's own.
  const own = async () =>
    (await look(page, 'html'))
      .filter(({ name }) => !name.startsWith('consent-gate'))
      .map(({ name, styles, before }) => ({ name, styles, before }))
  const only = (all: Awaited<ReturnType<typeof own>>) =>
    all
      .filter(
        ({ name }) =>
          /가|나|다|라|마|바|사|아|자|^(html|body|main|table|input)/.test(name) && !/동영상/.test(name),
      )
      .slice(0, 25)
  const before = only(await own())
  expect(before.length).toBeGreaterThan(15)
  await page.locator('#consent-gate [data-role=accept]').waitFor()
  expect(only(await own())).toEqual(before)
  await page.evaluate('ConsentGate.showPreferences()')
  await page.locator('#consent-gate dialog[open]').waitFor()
  expect(only(await own())).toEqual(before)
})
