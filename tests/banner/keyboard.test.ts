import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openSite } from '../harness/index.js'
import { SITE, sitePage, siteStyles, WAY_BACK } from './sitePage.js'
import { keepNothing } from './states.js'

const links = (count: number, label = '링크') =>
  Array.from({ length: count }, (_, n) => `<p><a href="#${n}">${label} ${n}</a></p>`).join('')

const open = (body: string, viewport = { width: 1280, height: 800 }, ui: object = {}) =>
  openSite({
    page: {
      '/site.css': siteStyles,
      '*': sitePage({ config: { ...SITE, ui: { ...SITE.ui, ...ui } }, lang: 'en', body }),
    },
    context: { viewport },
  })

/** A page whose window does not scroll: its content does. */
const APP =
  '<style>body { overflow: hidden } main { height: 100vh; overflow: auto; padding: 0; max-width: none }</style>'

const notice = (page: Page) => page.locator('#consent-gate [data-role=accept]').waitFor()

/** What has the focus, as a person would call it; `page` when nothing has. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document
    if (!element || element === document.body || element === document.documentElement) return 'page'
    const place = element.closest('dialog') ? 'dialog: ' : element.closest('#consent-gate') ? 'notice: ' : ''
    return place + (element.getAttribute('aria-label') ?? element.textContent?.trim())
  })

/** What the focus meets on a walk, until it is back where it was or has gone too far. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab', steps: number): Promise<string[]> {
  const met: string[] = []
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press(key)
    met.push(await focused(page))
  }
  return met
}

const snapshot = (page: Page) =>
  page.evaluate('(({ answered, ui, record }) => ({ answered, ui, record }))(ConsentGate.get())')

describe('the notice', () => {
  test('P13 comes without taking focus, scrolling or shifting anything', async () => {
    const { page } = await openSite({
      page: `<button id="search">찾기</button>${links(80)}<script type="application/json" id="config">${JSON.stringify(SITE)}</script>`,
    })
    await page.locator('#search').focus()
    await page.evaluate(`scrollTo(0, 600);
      window.shifts = 0
      new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.shifts += value })
        .observe({ type: 'layout-shift', buffered: true })
      const tag = document.createElement('script')
      Object.assign(tag, { src: '/gate/gate.js', async: true }).dataset.config = '#config'
      document.head.append(tag)`)
    await notice(page)
    await page.waitForTimeout(500)
    expect(await page.evaluate('[document.activeElement.id, scrollY, window.shifts]')).toEqual([
      'search',
      600,
      0,
    ])
  })

  test('P13 is reached and left by Tab, forwards and backwards', async () => {
    const { page } = await open(links(2) + WAY_BACK)
    await notice(page)
    await page.locator('main a').first().focus()
    const parts = ['notice: Privacy policy', 'notice: Accept', 'notice: Reject', 'notice: Settings']
    const there = await walk(page, 'Tab', 8)
    expect(there.slice(0, 6)).toEqual(['링크 1', '쿠키 설정', ...parts])
    expect(there.slice(6)).toContain('링크 0')
    await page.locator('[data-role=preferences]').focus()
    expect((await walk(page, 'Shift+Tab', 5)).slice(0, 4)).toEqual([
      ...parts.slice(0, 3).reverse(),
      '쿠키 설정',
    ])
  })

  test('P13 stays where it is while the keyboard is in it', async () => {
    const { page } = await open(links(2) + WAY_BACK)
    await notice(page)
    const place = () => page.locator('#consent-gate').boundingBox()
    const before = await place()
    await page.locator('#consent-gate a').focus()
    for (let step = 0; step < 3; step++) {
      await page.keyboard.press('Tab')
      // What covers the focus answers in the next frame.
      await page.evaluate(async () => {
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
      })
      expect(await place()).toEqual(before)
    }
    expect(await focused(page)).toBe('notice: Settings')
  })

  test('P13 keeps the question open on Escape', async () => {
    const { page } = await open(WAY_BACK)
    await notice(page)
    await page.locator('[data-role=accept]').focus()
    await page.keyboard.press('Escape')
    await page.waitForTimeout(200)
    expect(await snapshot(page)).toEqual({ answered: false, ui: 'notice', record: null })
    await page.locator('[data-role=accept]').waitFor()
  })

  test.each([
    ['Enter', 'accept', true],
    ['Space', 'reject', false],
  ] as const)('P13 answers to %s on %s', async (key, role, granted) => {
    const { page } = await open(WAY_BACK)
    await notice(page)
    await page.locator(`[data-role=${role}]`).focus()
    await page.keyboard.press(key)
    expect(await page.evaluate(`[ConsentGate.get().answered, ConsentGate.allows('analytics')]`)).toEqual([
      true,
      granted,
    ])
  })

  test.each(['accept', 'reject'])('P13 is gone from layout after %s, padding included', async (role) => {
    const { page } = await open(links(60) + WAY_BACK)
    await notice(page)
    expect(await page.evaluate('getComputedStyle(document.documentElement).scrollPaddingBottom')).not.toBe(
      'auto',
    )
    await page.click(`[data-role=${role}]`)
    await page.waitForTimeout(100)
    const left = await page.evaluate(() => {
      const root = document.querySelector('#consent-gate')
      const box = root?.getBoundingClientRect()
      const low = document.elementFromPoint(innerWidth / 2, innerHeight - 40)
      return [(box?.width ?? 0) * (box?.height ?? 0), Boolean(low?.closest('#consent-gate'))]
    })
    expect(left).toEqual([0, false])
    expect(await page.evaluate('getComputedStyle(document.documentElement).scrollPaddingBottom')).toBe('auto')
  })

  test.each(['accept', 'reject'])(
    'P13 is gone from layout where an extension presses %s in the moment in which it comes',
    async (role) => {
      const { page } = await openSite({
        page: {
          '/site.css': siteStyles,
          '*': sitePage({ config: SITE, lang: 'en', body: WAY_BACK }),
        },
        before: (context) =>
          context.addInitScript((selector) => {
            const observer = new MutationObserver(() => {
              const button = document.querySelector<HTMLElement>(selector)
              if (!button) return
              observer.disconnect()
              button.click()
            })
            observer.observe(document, { childList: true, subtree: true })
          }, `#consent-gate [data-role=${role}]`),
      })
      await page.waitForFunction(`window.ConsentGate?.get?.().answered`)
      await page.waitForTimeout(100)
      expect(await page.locator('#consent-gate').count()).toBe(0)
    },
  )

  test.each([
    ['bottom', 1280, 700, ''],
    ['top', 1280, 700, ''],
    ['bottom', 320, 640, ''],
    ['top', 320, 640, ''],
    ['start', 1280, 500, ''],
    // A small phone, and 1280 × 1024 at 400 % (WCAG 1.4.10).
    ['bottom', 320, 480, ''],
    ['bottom', 320, 256, ''],
    ['top', 320, 256, ''],
    // A phone held sideways: no scroll-padding reaches into the box.
    ['bottom', 640, 320, ', of an app whose content scrolls in a box of its own'],
    ['top', 640, 320, ', of an app whose content scrolls in a box of its own'],
  ])(
    'P13 covers nothing that has the focus: %s, %i × %i%s (WCAG 2.4.11)',
    async (position, width, height, app) => {
      const { page } = await open((app && APP) + links(30), { width, height }, { position })
      await notice(page)
      const covered: string[] = []
      const look = async () => {
        const hidden = await page.evaluate(async () => {
          // A browser scrolls to what has the focus after it told so; the notice may answer to that in the next frame.
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
          const element = document.activeElement
          if (!element?.matches('main a')) return ''
          const { left, right, top, bottom } = element.getBoundingClientRect()
          const at = [0.02, 0.25, 0.5, 0.75, 0.98]
          const seen = at.some((x) =>
            at.some((y) => {
              const found = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)
              return found === element
            }),
          )
          return seen ? '' : (element.textContent ?? '?')
        })
        if (hidden) covered.push(hidden)
      }
      for (const key of ['Tab', 'Shift+Tab']) {
        await page
          .locator('main a')
          .nth(key === 'Tab' ? 0 : 29)
          .focus()
        for (let step = 0; step < 29; step++) {
          await page.keyboard.press(key)
          await look()
        }
      }
      expect(covered).toEqual([])
    },
  )
})

test('P13 from an answer that could not be stored, Tab leads to the close button of what says so', async () => {
  const { page } = await openSite({
    page: { '/site.css': siteStyles, '*': sitePage({ config: SITE, lang: 'en', body: links(3) + WAY_BACK }) },
    before: keepNothing,
  })
  await notice(page)
  await page.locator('[data-role=accept]').focus()
  await page.keyboard.press('Enter')
  await page.locator('#consent-gate [role=alert]').waitFor()
  expect(await walk(page, 'Tab', 1)).toEqual(['notice: Close'])
})

describe('the preferences', () => {
  const opened = async (page: Page) => page.locator('#consent-gate dialog[open] h2').waitFor()

  test.each([
    ['Escape', (page: Page) => page.keyboard.press('Escape')],
    ['close', (page: Page) => page.locator('dialog [data-role=close]').press('Enter')],
    [
      'a page that closes every dialog',
      (page: Page) =>
        page.evaluate('for (const dialog of document.querySelectorAll("dialog")) dialog.close()'),
    ],
  ] as const)(
    'P13 hold the focus as a true modal; %s changes nothing and gives it back',
    async (_, leave) => {
      const { page } = await open(links(2) + WAY_BACK)
      await notice(page)
      const opener = page.locator('[data-consent-gate=preferences]')
      await opener.focus()
      await page.keyboard.press('Enter')
      await opened(page)
      expect(await focused(page)).toBe('dialog: Cookie settings')
      const met = [...(await walk(page, 'Tab', 16)), ...(await walk(page, 'Shift+Tab', 16))]
      expect(met.filter((name) => !name.startsWith('dialog: ') && name !== 'page')).toEqual([])
      for (const name of ['Close', 'Visit statistics', 'Accept all', 'Reject all', 'Save choices']) {
        expect(met).toContain(`dialog: ${name}`)
      }

      await page.locator('dialog [role=switch]').press('Space')
      expect(await page.locator('dialog [role=switch]').getAttribute('aria-checked')).toBe('true')
      await leave(page)
      await page.locator('dialog').waitFor({ state: 'detached' })
      expect(await snapshot(page)).toEqual({ answered: false, ui: 'notice', record: null })
      expect(await focused(page)).toBe('쿠키 설정')

      await page.keyboard.press('Enter')
      await opened(page)
      expect(await page.locator('dialog [role=switch]').getAttribute('aria-checked')).toBe('false')
    },
  )

  test('P13 opened from the notice give the focus back to its button', async () => {
    const { page } = await open(links(2))
    await notice(page)
    await page.locator('#consent-gate [data-role=preferences]').focus()
    await page.keyboard.press('Enter')
    await opened(page)
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('notice: Settings')
  })

  test('P13 opened from the way back give the focus back to it', async () => {
    const { page } = await open('<p>No way of its own.</p>')
    await notice(page)
    await page.click('#consent-gate [data-role=reject]')
    const button = page.locator('[data-role=reopen]')
    await button.waitFor()
    await button.focus()
    await page.keyboard.press('Enter')
    await opened(page)
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(`document.activeElement.dataset.role`)).toBe('reopen')
  })

  test('P13 leave the page behind them inert and unscrolled', async () => {
    const { page } = await open(
      `<button id="b" onclick="this.dataset.pressed = 1">가</button>${links(60)}${WAY_BACK}`,
    )
    await notice(page)
    await page.evaluate('scrollTo(0, 300)')
    await page.evaluate('ConsentGate.showPreferences()')
    await opened(page)
    expect(await page.evaluate('scrollY')).toBe(300)
    await page.evaluate('document.querySelector("#b").focus()')
    expect(await focused(page)).not.toBe('가')
  })

  test('P13 every control shows where the keyboard is', async () => {
    const { page } = await open(WAY_BACK)
    await notice(page)
    await page.locator('main a').focus()
    const bare: string[] = []
    const look = async () => {
      const line = await page.evaluate(() => {
        const element = document.activeElement
        if (!element?.closest('#consent-gate') || element.localName === 'h2') return ''
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        const shown = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
        return shown ? '' : (element.textContent ?? element.localName)
      })
      if (line) bare.push(line)
    }
    for (let step = 0; step < 4; step++) {
      await page.keyboard.press('Tab')
      await look()
    }
    await page.keyboard.press('Enter')
    await opened(page)
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab')
      await look()
    }
    expect(bare).toEqual([])
  })
})

test('P13 the switch inside a page works with Space and Enter and keeps the focus', async () => {
  const { page } = await open('<consent-gate-toggle service="google-analytics"></consent-gate-toggle>')
  const control = page.locator('consent-gate-toggle [role=switch]')
  await control.focus()
  await page.keyboard.press('Space')
  expect(await control.getAttribute('aria-checked')).toBe('true')
  await page.keyboard.press('Enter')
  expect(await control.getAttribute('aria-checked')).toBe('false')
  expect(await focused(page)).toBe('Google Analytics')
  // An extension puts something of its own beside it.
  await page.evaluate(`document.querySelector('consent-gate-toggle').append('found')`)
  expect(await focused(page)).toBe('Google Analytics')
})

test('P13 on a small screen the question before erasing, and what became of it, stand in view', async () => {
  const { page } = await open(WAY_BACK, { width: 320, height: 568 })
  await notice(page)
  await page.click('#consent-gate [data-role=accept]')
  await page.evaluate('ConsentGate.showPreferences()')
  // What became of a withdrawal takes of the room.
  await page.click('dialog [data-role=reject]')
  await page.locator('dialog details.my summary').focus()
  await page.keyboard.press('Enter')
  await page.locator('dialog [data-role=erase]').focus()
  const told = page.locator('dialog .my [role=status] p')
  const inView = () =>
    told.evaluate((line) => {
      const { top, bottom } = line.getBoundingClientRect()
      const place = line.closest('.body')?.getBoundingClientRect()
      return !!place && top >= place.top && bottom <= place.bottom
    })
  await page.keyboard.press('Enter')
  expect(await focused(page)).toBe('dialog: Cancel')
  expect(await told.textContent()).toContain('Erase your choice')
  expect(await inView()).toBe(true)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => told.textContent()).toContain('erased')
  expect(await focused(page)).toBe('dialog: Erase everything')
  expect(await inView()).toBe(true)
})
