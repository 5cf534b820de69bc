import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { LANGUAGES, openState, THEMES } from './openStates.js'
import { states } from './states.js'

const state = (name: string) => {
  const found = states.find((one) => one.name === name)
  if (!found) throw new Error(`No state ${name}`)
  return found
}

/** How loud a button is: its size, its type, its contrast inside and against what is behind it. */
const looks = (page: Page, role: string) =>
  page.locator(`${role}:visible`).evaluate((button) => {
    const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const light = (colour: string) => {
      const [r = 0, g = 0, b = 0] = numbers(colour).map((value) => {
        const share = value / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const contrast = (one: string, other: string) => {
      const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b)
      return (high + 0.05) / (low + 0.05)
    }
    const style = getComputedStyle(button)
    const behind = getComputedStyle(button.closest('.card, dialog') as Element).backgroundColor
    const { width, height } = button.getBoundingClientRect()
    return {
      area: width * height,
      height,
      fontSize: Number.parseFloat(style.fontSize),
      weight: Number(style.fontWeight),
      text: contrast(style.color, style.backgroundColor),
      fill: contrast(style.backgroundColor, behind),
      opaque: numbers(style.backgroundColor)[3] ?? 1,
      border: Number.parseFloat(style.borderTopWidth),
    }
  })

test.each(['notice', 'preferences-services'])(
  'P13 accept and refuse are equal in size, weight and contrast: %s',
  async (name) => {
    const { page, show } = await openState(state(name))
    const inside = name === 'notice' ? '#consent-gate .card' : '#consent-gate dialog'
    for (const lang of LANGUAGES) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await show(lang)
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme })
          const accept = await looks(page, `${inside} [data-role=accept]`)
          const reject = await looks(page, `${inside} [data-role=reject]`)
          for (const [key, value] of Object.entries(accept)) {
            const other = reject[key as keyof typeof reject]
            const ratio = value === other ? 1 : value / other
            expect(Math.abs(ratio - 1), `${lang} ${width} ${colorScheme} ${key}`).toBeLessThanOrEqual(0.1)
          }
          expect(reject.text).toBeGreaterThanOrEqual(4.5)
          expect(reject.opaque).toBe(1)
          expect(reject.height).toBeGreaterThanOrEqual(44)
        }
      }
    }
  },
)

test('P13 nothing is ticked before the visitor does it', async () => {
  const { page, show } = await openState(state('preferences-services'))
  await show('en')
  const ticked = await page
    .locator('[role=switch], input, [aria-checked], [aria-pressed]')
    .evaluateAll((controls) => controls.map((control) => control.getAttribute('aria-checked')))
  expect(ticked).toEqual(['false', 'false', 'false', 'false'])
})

test('P13 every button of ours is at least 44 px high', async () => {
  for (const name of [
    'notice',
    'refusal',
    'preferences-details',
    'toggle-off',
    'disclosure',
    'reopen',
    'placeholder',
  ]) {
    const { page, show } = await openState(state(name))
    await show('en')
    const small = await page
      .locator(
        ':is(#consent-gate, consent-gate-toggle, consent-gate-disclosure, [data-consent-gate-placeholder]) button, button[data-role=reopen]',
      )
      .evaluateAll((buttons) =>
        buttons
          .filter((button) => button.checkVisibility())
          .map((button) => [button.textContent, button.getBoundingClientRect().height] as const)
          .filter(([, height]) => height < 43.5),
      )
    expect(small, name).toEqual([])
  }
})
