import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openSite } from '../harness/index.js'
import { LANGUAGES, openState } from './openStates.js'
import { SITE, sitePage, siteStyles, WAY_BACK } from './sitePage.js'
import { CARD, type State, states } from './states.js'

const named = (...names: string[]): State[] => states.filter(({ name }) => names.includes(name))

/** Headings and buttons that a visitor cannot bring into view or press, because they are cut off or covered. */
const unreachable = (page: Page, piece: string) =>
  page.locator(`:is(${piece}) :is(h2, button):visible`).evaluateAll((elements) =>
    elements.flatMap((element) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      const whole = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
      const pressed = whole && found && element.contains(found)
      return pressed ? [] : `${element.textContent} ${[left, top, right, bottom].map(Math.round)}`
    }),
  )

const cut = (page: Page) =>
  page
    .locator('#consent-gate button, #consent-gate h2, #consent-gate p')
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.textContent),
    )

/** The question with what became of a withdrawal beside it: both have to be read and answered. */
const twoCards = named('notice-outcome').map((state) => ({ ...state, piece: CARD }))

describe.each([...named('notice', 'refusal', 'preferences-services', 'preferences-outcome'), ...twoCards])(
  '$name',
  (state) => {
    test('P13 text of 200 % is whole and every button can be pressed', async () => {
      const { page, show } = await openState(state, {
        launch: { args: ['--blink-settings=defaultFontSize=32'] },
      })
      for (const lang of LANGUAGES) {
        for (const [width, height] of [
          [1280, 800],
          [640, 800],
        ] as const) {
          await page.setViewportSize({ width, height })
          const piece = await show(lang)
          expect(await piece.evaluate((element) => getComputedStyle(element).fontSize)).toBe('32px')
          expect(await cut(page), lang).toEqual([])
          expect(await unreachable(page, state.piece), `${lang} ${width}`).toEqual([])
        }
      }
    })

    test('P13 a window of 320 × 480, or a zoom of 400 %, leaves every button within reach', async () => {
      const { page, show } = await openState(state, { context: { viewport: { width: 320, height: 480 } } })
      for (const lang of LANGUAGES) {
        await show(lang)
        expect(await cut(page), lang).toEqual([])
        expect(await unreachable(page, state.piece), lang).toEqual([])
      }
    })
  },
)

test.each([...named('notice', 'refusal', 'preferences', 'preferences-outcome'), ...twoCards])(
  'P13 a page that zooms itself moves nothing of it out of the window: $name',
  async (state) => {
    const { page, show } = await openState(state, { context: { viewport: { width: 375, height: 667 } } })
    for (const lang of LANGUAGES) {
      await show(lang)
      await page.addStyleTag({ content: 'html { zoom: 1.5 }' })
      const outside = await page.locator('#consent-gate :is(.card:not(:empty), dialog)').evaluateAll((all) =>
        all
          .map((box) => box.getBoundingClientRect())
          .filter(({ left, top, right, bottom }) => left < 0 || top < 0 || right > 375 || bottom > 667)
          .map(({ left, top, right, bottom }) => [left, top, right, bottom]),
      )
      expect(outside, lang).toEqual([])
      expect(await unreachable(page, state.piece), lang).toEqual([])
    }
  },
)

test('P13 preferences in 320 × 256 keep room for what they say, and their buttons are scrolled to', async () => {
  for (const state of named('preferences', 'preferences-outcome')) {
    const { page, show } = await openState(state, { context: { viewport: { width: 320, height: 256 } } })
    const dialog = await show('en')
    expect((await dialog.locator('.body').boundingBox())?.height, state.name).toBeGreaterThan(120)
    await dialog.locator('.top').hover()
    await page.mouse.wheel(0, 2000)
    const below = () =>
      dialog.locator('[data-role=save]').evaluate((save) => save.getBoundingClientRect().bottom)
    await expect.poll(below, { message: state.name }).toBeLessThan(256)
  }
})

test('P13 at 320 px the words of a category take the width of their row, below its switch', async () => {
  const [state] = named('preferences-services')
  if (!state) throw new Error('no state')
  const { page, show } = await openState(state, { context: { viewport: { width: 320, height: 800 } } })
  for (const lang of LANGUAGES) {
    await show(lang)
    const shares = await page
      .locator(`${state.piece} .head p`)
      .evaluateAll((all) =>
        all.map((words) => words.clientWidth / (words.closest('.head') as Element).clientWidth),
      )
    expect(shares, lang).toEqual([1, 1, 1])
  }
})

test('P13 wider spacing of letters, words and lines cuts nothing off (WCAG 1.4.12)', async () => {
  for (const state of named('notice', 'preferences-services')) {
    const { page, show } = await openState(state, { context: { viewport: { width: 320, height: 640 } } })
    for (const lang of LANGUAGES) {
      await show(lang)
      await page.addStyleTag({
        content: `#consent-gate, #consent-gate * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }`,
      })
      expect(await cut(page), `${state.name} ${lang}`).toEqual([])
      expect(await unreachable(page, state.piece), `${state.name} ${lang}`).toEqual([])
    }
  }
})

describe('forced colours', () => {
  test('P13 buttons keep an edge, in the notice, the dialog, the page and the way back', async () => {
    for (const state of named('notice', 'preferences-services', 'toggle-off', 'reopen')) {
      const { page, show } = await openState(state, { context: { forcedColors: 'active' } })
      await show('en')
      const edgeless = await page
        .locator('#consent-gate button:not([role=switch]), [data-role=reopen]')
        .evaluateAll((buttons) =>
          buttons
            .filter((button) => button.checkVisibility())
            .filter((button) => {
              const { borderTopWidth, borderTopColor, borderTopStyle } = getComputedStyle(button)
              const behind = getComputedStyle(button.parentElement as Element).backgroundColor
              return borderTopStyle === 'none' || borderTopWidth === '0px' || borderTopColor === behind
            })
            .map((button) => button.textContent),
        )
      expect(edgeless, state.name).toEqual([])
    }
  })

  test('P13 a switch shows its state without relying on one colour', async () => {
    const [state] = named('toggle-off')
    if (!state) throw new Error('no state')
    const { page, show } = await openState(state, { context: { forcedColors: 'active' } })
    await show('en')
    const parts = () =>
      page.locator('consent-gate-toggle [role=switch] > span').evaluate((track) => {
        const thumb = getComputedStyle(track, '::before')
        return {
          track: getComputedStyle(track).backgroundColor,
          edge: getComputedStyle(track).borderTopColor,
          thumb: thumb.backgroundColor,
          margin: Number.parseFloat(thumb.marginInlineStart),
        }
      })
    const off = await parts()
    await page.locator('consent-gate-toggle [role=switch]').click()
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    const on = await parts()
    expect(on.margin).toBeGreaterThan(off.margin)
    expect(on.track).not.toBe(off.track)
    expect(on.thumb).not.toBe(on.track)
    expect(off.thumb).not.toBe(off.track)
  })
})

test('P13 nothing moves where less motion is wished', async () => {
  const moving = async (reducedMotion: 'reduce' | 'no-preference') => {
    const names: string[] = []
    for (const state of named('notice', 'preferences-services')) {
      const { page, show } = await openState(state, {
        context: { reducedMotion },
        before: (context) =>
          context.addInitScript(() => {
            const seen = new Set<string>()
            Object.assign(window, { seen })
            for (const type of ['animationstart', 'transitionstart']) {
              document.addEventListener(type, (event) =>
                seen.add(`${event.type} ${(event.target as Element).className}`),
              )
            }
          }),
      })
      await show('en')
      const control = page.locator('dialog [role=switch]').first()
      if (await control.isVisible()) await control.click()
      await page.waitForTimeout(300)
      // A frame tells what has begun, and the one after it was told.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
      names.push(...((await page.evaluate('[...window.seen]')) as string[]))
    }
    return names
  }
  expect(await moving('reduce')).toEqual([])
  expect((await moving('no-preference')).length).toBeGreaterThan(1)
})

test('P13 nothing of the interface is printed but what the page itself says', async () => {
  for (const [name, hidden] of [
    ['notice', '#consent-gate'],
    ['preferences-services', '#consent-gate'],
    ['reopen', '[data-role=reopen]'],
    ['toggle-off', 'consent-gate-toggle [role=switch]'],
    ['disclosure', 'consent-gate-disclosure [role=switch]'],
  ] as const) {
    const [state] = named(name)
    if (!state) throw new Error(`no state ${name}`)
    const { page, show } = await openState(state)
    await show('en')
    expect(await page.locator(hidden).first().isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator(hidden).first().isVisible(), name).toBe(false)
    if (name === 'disclosure') {
      expect(await page.locator('consent-gate-disclosure dd', { hasText: 'Google LLC' }).isVisible()).toBe(
        true,
      )
    }
  }
})

test('P13 the switch of a page is not printed either once the preferences were open', async () => {
  const [state] = named('toggle-off')
  if (!state) throw new Error('no state')
  const { page, show } = await openState(state)
  await show('en')
  await page.click('[data-consent-gate="preferences"]')
  await page.locator('#consent-gate dialog[open]').waitFor()
  await page.keyboard.press('Escape')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('consent-gate-toggle [role=switch]').isVisible()).toBe(false)
  expect(await page.locator('consent-gate-toggle [role=status]').isVisible()).toBe(true)
})

test('P13 a long address in the disclosure breaks, and does not make a page of 320 px wider', async () => {
  const [state] = named('disclosure')
  if (!state) throw new Error('no state')
  const email = 'datenschutzbeauftragter@tochtergesellschaft.example.test'
  const { page, show } = await openState(
    {
      ...state,
      config: { ui: { contact: { email } } },
      reach: (opened) => opened.locator('consent-gate-disclosure a', { hasText: email }).waitFor(),
    },
    { context: { viewport: { width: 320, height: 640 } } },
  )
  for (const lang of LANGUAGES) {
    await show(lang)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), lang).toBe(320)
  }
})

test('P13 a long host and a long word in a placeholder break, and do not make a page of 320 px wider', async () => {
  const [state] = named('placeholder')
  if (!state) throw new Error('no state')
  const host = 'einbettung.veranstaltungsverzeichnis.tochtergesellschaft.example.test'
  const { page, show } = await openState(
    {
      ...state,
      config: {
        categories: { media: {} },
        ui: { texts: { placeholderAccept: 'Datenschutzeinverständniserklärung' } },
      },
      body: `<iframe title="Video" data-category="media" data-src="https://${host}/video"></iframe>`,
    },
    { context: { viewport: { width: 320, height: 640 } } },
  )
  for (const lang of LANGUAGES) {
    expect(await (await show(lang)).textContent(), lang).toContain(host)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), lang).toBe(320)
  }
})

test('P18 a position that there is not, and a theme, look as the default does', async () => {
  const boxes: unknown[] = []
  for (const ui of [{}, { position: 'left', theme: 'sepia' }]) {
    const { page } = await openSite({
      page: {
        '/site.css': siteStyles,
        '*': sitePage({ config: { ...SITE, ui }, lang: 'en', body: WAY_BACK }),
      },
    })
    await page.locator('#consent-gate [data-role=accept]').waitFor()
    boxes.push(
      await page.locator(CARD).evaluate((card) => {
        const { x, y, width, height } = card.getBoundingClientRect()
        return { x, y, width, height, colour: getComputedStyle(card).color }
      }),
    )
  }
  expect(boxes[1]).toEqual(boxes[0])
})
