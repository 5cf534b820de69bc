import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { gatePage, openSite, withGate } from '../harness/index.js'
import { SITE, sitePage, siteStyles } from './sitePage.js'

const BUTTON = '[data-role=reopen]'
const TEXT = '<p>가나다</p>'.repeat(60)
/** What the button waits after a change, and a little more. */
const SETTLED = 800

/** A page without a way of its own, answered, at which the button has come. */
async function open(body: string, viewport: { width: number; height: number }) {
  const site = await openSite({
    page: { '/site.css': siteStyles, '*': sitePage({ config: SITE, lang: 'en', body }) },
    context: { viewport },
  })
  await withGate(site.page, (gate) => gate.rejectAll().ok)
  await site.page.locator(BUTTON).waitFor()
  await site.page.waitForTimeout(SETTLED)
  return site.page
}

/** Which of these elements something else lies over, at any of nine points. */
const covered = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const points = [0.2, 0.5, 0.8].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const))
      const clear = points.every(([x, y]) =>
        element.contains(document.elementFromPoint(left + width * x, top + height * y)),
      )
      return clear ? [] : [element.outerHTML]
    }),
  )

const toTheEnd = async (page: Page) => {
  await page.evaluate('scrollTo(0, 1e6)')
  await page.waitForTimeout(SETTLED)
}

const LINKS = '<footer><a href="#terms">Terms</a><br><a href="#help">Help</a></footer>'
const bars = (layer: number) => `
  <style>nav { position: fixed; left: 0; right: 0; height: 56px; z-index: ${layer}; background: #eee }</style>
  <nav style="top: 0"><a href="#">Site</a></nav>
  <nav style="bottom: 0"><a href="#home">Home</a> <a href="#search">Search</a></nav>${TEXT}`
const PHONE = { width: 390, height: 700 }

describe('the way back', () => {
  test.each([320, 1280])('P13 lies over no link at the end of a page, in %i px', async (width) => {
    const page = await open(TEXT + LINKS, { width, height: 640 })
    expect(await page.locator(BUTTON).getAttribute('data-corner')).toBe('bottom-start')
    await toTheEnd(page)
    await expect.poll(() => covered(page, `footer a, ${BUTTON}`)).toEqual([])
    await page.locator('footer a').first().focus()
    await page.waitForTimeout(SETTLED)
    await expect.poll(() => covered(page, 'footer a')).toEqual([])
  })

  test.each(['close', 'save', 'reject'])(
    'P13 keeps its corner when the preferences close by %s',
    async (role) => {
      const page = await open(TEXT, PHONE)
      for (let turn = 0; turn < 2; turn++) {
        await page.click(BUTTON)
        await page.locator('#consent-gate dialog[open]').waitFor()
        await page.click(`#consent-gate dialog [data-role=${role}]`)
        // What a withdrawal or a refusal leaves to read is closed as well.
        const close = page.locator('#consent-gate [data-role=close]').first()
        if (await close.isVisible()) await close.click()
        await page.waitForTimeout(SETTLED)
        expect(await page.locator(BUTTON).getAttribute('data-corner')).toBe('bottom-start')
      }
    },
  )

  test('P13 comes back to its corner after something of the page covered all of it', async () => {
    const page = await open(
      `${TEXT}<div id="menu" hidden style="position: fixed; inset: 0"><p style="margin: 0; height: 100%">Menu</p></div>`,
      PHONE,
    )
    await page.evaluate('menu.hidden = false; document.body.append("changed")')
    await expect.poll(() => page.locator(BUTTON).getAttribute('data-corner')).toBe('none')
    await page.evaluate('menu.hidden = true; document.body.append("changed")')
    await expect.poll(() => page.locator(BUTTON).getAttribute('data-corner')).toBe('bottom-start')
  })

  test('P13 leaves a chat its corner, also where only its frame has a size', async () => {
    const page = await open(
      `${TEXT}<div style="position: fixed; left: 0; bottom: 0">
        <iframe style="position: absolute; left: 8px; bottom: 8px; width: 64px; height: 64px"></iframe></div>`,
      PHONE,
    )
    expect(await page.locator(BUTTON).getAttribute('data-corner')).toBe('bottom-end')
    expect(await covered(page, 'iframe')).toEqual([])
  })

  test('P13 at the end of a page it is not doubled by a copy of the body, and keeps the focus', async () => {
    const page = await open(bars(10), PHONE)
    expect(await page.locator(BUTTON).getAttribute('data-corner')).toBe('end')
    await page.evaluate('document.body.replaceWith(document.body.cloneNode(true))')
    await page.waitForTimeout(SETTLED)
    expect(await page.locator(BUTTON).count()).toBe(1)
    await page.locator(BUTTON).focus()
    await page.evaluate('document.body.append("changed")')
    await page.waitForTimeout(SETTLED)
    expect(await page.evaluate('document.activeElement.dataset.role')).toBe('reopen')
    await page.keyboard.press('Enter')
    await page.locator('#consent-gate dialog[open]').waitFor()
  })

  test('P13 does not wander while it lies over nothing', async () => {
    const page = await open(TEXT + LINKS + TEXT, { width: 320, height: 640 })
    await page.locator('footer').evaluate((footer) => footer.scrollIntoView({ block: 'end' }))
    await page.waitForTimeout(SETTLED)
    const corner = await page.locator(BUTTON).getAttribute('data-corner')
    expect(corner).not.toBe('bottom-start')
    await toTheEnd(page)
    expect(await page.locator(BUTTON).getAttribute('data-corner')).toBe(corner)
  })

  test.each([10, 1000])(
    'P13 stands at the end of a page whose bars leave no corner, on layer %i: neither covers, and it stays',
    async (layer) => {
      const page = await open(bars(layer), PHONE)
      expect(await covered(page, 'nav a')).toEqual([])
      await toTheEnd(page)
      const at = await page.evaluate('scrollY')
      await page.waitForTimeout(SETTLED)
      expect(await page.evaluate('scrollY')).toBe(at)
      expect(await covered(page, `nav a, ${BUTTON}`)).toEqual([])
      await page.locator(BUTTON).click()
      await page.locator('dialog[open]').waitFor()
    },
  )

  test('P13 stands behind everything of a body that is as high as the window', async () => {
    const page = await open(`<style>html, body { height: 100% }</style>${bars(10)}`, PHONE)
    await toTheEnd(page)
    expect(await covered(page, `p:last-of-type, nav a, ${BUTTON}`)).toEqual([])
  })

  test.each(['body { overflow: hidden }', 'html { overflow: hidden }', 'body { overflow: clip }'])(
    'P13 stays in sight on a page that does not scroll: %s',
    async (style) => {
      const page = await open(`<style>${style}</style>${bars(10)}`, PHONE)
      expect(await covered(page, BUTTON)).toEqual([])
    },
  )

  test('P13 stands at the end of a page that hides only what is too wide for it', async () => {
    const page = await open(`<style>body { overflow-x: hidden }</style>${bars(10)}`, PHONE)
    await toTheEnd(page)
    expect(await covered(page, `nav a, ${BUTTON}`)).toEqual([])
  })

  test('P13 is as large as on other pages where the page counts 10 px to the rem', async () => {
    const page = await open('<style>html { font-size: 62.5% }</style><p>가나다</p>', PHONE)
    expect(await page.locator(BUTTON).evaluate((button) => getComputedStyle(button).fontSize)).toBe('13px')
  })
})

test.each([
  ['auto', 'rgb(30, 34, 44)'],
  ['dark', 'rgb(30, 34, 44)'],
  ['light', 'rgb(255, 255, 255)'],
  // Told as CG104, and the default counts, as it does for the notice.
  ['pink', 'rgb(30, 34, 44)'],
])('P18 on a dark system the theme "%s" gives the button the background %s', async (theme, background) => {
  const { page } = await openSite({
    page: gatePage({ ui: { theme } }),
    context: { colorScheme: 'dark' },
  })
  await withGate(page, (gate) => gate.rejectAll().ok)
  await page.locator(BUTTON).waitFor()
  expect(await page.locator(BUTTON).evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(
    background,
  )
})
