import axe from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { heard } from './heard.js'
import { LANGUAGES, openState } from './openStates.js'
import { states } from './states.js'

/** A theme changes colours and nothing else: the rules of axe-core that look at them. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/** What axe-core finds on the whole page, by all of its rules or some, as short lines. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(`window.axe || (() => { ${axe.source} })()`)
  return page.evaluate(
    async (runOnly) => {
      const { axe: here } = window as unknown as { axe: typeof axe }
      const { violations } = await here.run({ resultTypes: ['violations'], ...(runOnly && { runOnly }) })
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
    },
    rules as string[] | undefined,
  )
}

/** What a person operates, finds or enters by its name. */
const NAMED = ['button', 'switch', 'link', 'DisclosureTriangle', 'dialog', 'region']

/** Those of them that have none, as the browser tells a screen reader. */
const nameless = async (context: BrowserContext, page: Page) =>
  (await heard(context, page))
    .filter(({ role, name }) => NAMED.includes(role) && !name.trim())
    .map(({ role }) => role)

/** Controls of ours smaller than 24 px one way, and what of the page needs sideways scrolling. */
const misfits = (page: Page) =>
  page.evaluate(() => {
    const ours =
      '#consent-gate, [data-role=reopen], [data-consent-gate-placeholder], :is(consent-gate-toggle, consent-gate-disclosure, consent-gate-policies)'
    const found: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.push(`page scrolls sideways: ${scrollWidth} > ${clientWidth}`)
    for (const root of document.querySelectorAll(ours)) {
      for (const element of [root, ...root.querySelectorAll('*')]) {
        const { left, right, width, height } = element.getBoundingClientRect()
        const name = `${element.localName}.${element.className} ${element.textContent?.slice(0, 30)}`
        if (!element.checkVisibility()) continue
        if (width && (left < -1 || right > clientWidth + 1)) found.push(`outside: ${name} ${left}–${right}`)
        if (
          getComputedStyle(element).overflowX !== 'visible' &&
          element.scrollWidth > element.clientWidth + 1
        ) {
          found.push(`scrolls sideways: ${name}`)
        }
        const inText = element.localName === 'a' && getComputedStyle(element).display === 'inline'
        if (element.matches('a, button, summary, input') && !inText && Math.min(width, height) < 24) {
          found.push(`small: ${name} ${width}×${height}`)
        }
      }
    }
    return found
  })

describe.each(states)('$name', (state) => {
  test('P13 axe-core finds nothing, in both themes and three languages; every control has a name; 320 px need no sideways scrolling', async () => {
    const { context, page, show } = await openState(state)
    const found: Record<string, readonly string[]> = {}
    for (const lang of LANGUAGES) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.emulateMedia({ colorScheme: 'light' })
      await show(lang)
      found[`${lang} light`] = await violations(page)
      found[`${lang} without a name`] = await nameless(context, page)
      await page.emulateMedia({ colorScheme: 'dark' })
      found[`${lang} dark`] = await violations(page, COLOURS)
      await page.setViewportSize({ width: 320, height: 640 })
      found[`${lang} 320 px`] = await misfits(page)
    }
    expect(Object.entries(found).filter(([, lines]) => lines.length > 0)).toEqual([])
  })
})
