import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { gatePage, openSite, withGate } from '../harness/index.js'

const statsOf = (page: Page) => withGate(page, (gate) => gate.get().state.stats)
/** By its own clock: a page in the background may draw no frames, which waiting goes by otherwise. */
const settled = (page: Page, stats: string) =>
  page.waitForFunction(`ConsentGate.get().state.stats === '${stats}'`, undefined, {
    timeout: 5_000,
    polling: 50,
  })

test('P9 a choice in one tab reaches the other tabs of its origin within a second', async () => {
  const { page, context, url } = await openSite({ page: gatePage() })
  const other = await context.newPage()
  await other.goto(url)
  for (const tab of [page, other]) {
    await withGate(tab, (gate) => {
      gate.watch(({ state }) => Object.assign(window, { [`${state.stats}At`]: Date.now() }))
    })
  }
  const at = (tab: Page, stats: string) => tab.evaluate<number>(`window.${stats}At`)
  const took = async (stats: string, from: Page, to: Page) => (await at(to, stats)) - (await at(from, stats))

  await withGate(page, (gate) => gate.acceptAll().ok)
  await settled(other, 'granted')
  expect(await took('granted', page, other)).toBeLessThan(1_000)
  await withGate(other, (gate) => gate.withdraw().ok)
  await settled(page, 'denied')
  expect(await took('denied', other, page)).toBeLessThan(1_000)
  expect(await page.locator('#consent-gate [data-role=accept]').isVisible()).toBe(false)
})

test('P9 a subdomain that shares the record follows when it becomes visible', async () => {
  const { page, context, urlOf } = await openSite({
    host: 'shop.example.co.kr',
    page: gatePage({ record: { domain: 'example.co.kr' } }),
  })
  const other = await context.newPage()
  await other.goto(urlOf('/', 'www.example.co.kr'))
  expect(await statsOf(other)).toBe('denied')
  await withGate(page, (gate) => gate.acceptAll().ok)
  await other.bringToFront()
  await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  expect(await statsOf(other)).toBe('granted')
})

test('P9 a page that comes back from the back/forward cache takes the record first', async () => {
  const { page, urlOf } = await openSite({ launch: { backForwardCache: 'on' }, page: gatePage() })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.evaluate(`window.marked = true; addEventListener('pageshow', (event) => {
    window.restored = event.persisted
    window.atShow = ConsentGate.get().state.stats
  })`)
  await page.goto(urlOf('/second'))
  await withGate(page, (gate) => gate.withdraw().ok)
  await page.evaluate('history.back()')
  await page.waitForFunction('window.restored !== undefined')
  expect(await page.evaluate('[window.marked, window.restored, window.atShow]')).toEqual([
    true,
    true,
    'denied',
  ])
})

/** Until it writes one, a page sees only the cookies of this moment: as where another tab writes just then. */
const notToSeeOthersWrite = `{
  const now = document.cookie
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    get: () => now,
    set(cookie) {
      delete document.cookie
      document.cookie = cookie
    },
  })
}`

test.each([
  ['no is written last', 'acceptAll', 'rejectAll'],
  ['yes is written last', 'rejectAll', 'acceptAll'],
] as const)(
  'P7 P9 tabs that answer differently at the same moment meet at the denial: the %s',
  async (_, first, last) => {
    const { page, context, url } = await openSite({ page: gatePage() })
    const other = await context.newPage()
    await other.goto(url)
    await withGate(other, (gate) => gate.get())
    await other.evaluate(notToSeeOthersWrite)
    await page.evaluate(`ConsentGate.${first}()`)
    expect(await other.evaluate(`ConsentGate.${last}().ok`)).toBe(true)
    await settled(page, 'denied')
    await settled(other, 'denied')
    await page.reload()
    const { state, record } = await withGate(page, (gate) => gate.get())
    // Neither counted the other's answer: both began.
    expect([state.stats, record?.rev]).toEqual(['denied', 1])
  },
)
