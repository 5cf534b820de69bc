import { describe, expect, test } from 'vitest'
import { cookiesOf, goBack, goTo, openSite, openUnattended } from '../harness/index.js'
import { CONFIG, ID, tagPage } from './tagPage.js'

describe('measured: enhanced measurement', () => {
  test.each([
    ['pushState', CONFIG],
    ['replaceState', CONFIG],
    ['pushState', `gtag('config', '${ID}', { send_page_view: false })`],
  ])('%s gives a page_view by itself (%s)', async (method, commands) => {
    const { page, wire } = await openSite({ page: tagPage(commands), gtag: { queueMs: 100 } })
    await page.waitForFunction(() => 'google_tag_manager' in window)
    const before = commands === CONFIG ? 1 : 0
    await wire.waitForEvent('page_view', { count: before })
    await page.evaluate(`history.${method}({}, '', '/next')`)
    const views = await wire.waitForEvent('page_view', { count: before + 1 })
    expect(views.at(-1)?.params).toMatchObject({
      dl: 'https://example.test/next',
      dr: 'https://example.test/',
    })
  })

  test('on a short page scroll goes into the queue by itself', async () => {
    const { wire } = await openSite({ page: tagPage(CONFIG) })
    const [scroll] = await wire.waitForEvent('scroll')
    expect(scroll?.params).toMatchObject({ 'epn.percent_scrolled': '90' })
  })

  test('turned off it sends nothing of that', async () => {
    const { page, wire } = await openSite({ page: tagPage(CONFIG), gtag: { enhancedMeasurement: [] } })
    await wire.waitForEvent('page_view')
    await page.evaluate(`history.pushState({}, '', '/next')`)
    expect(await wire.during(1_000)).toEqual([])
  })
})

describe('measured: the life of a page', () => {
  test('leaving sends user_engagement and what is queued', async () => {
    const { page, wire } = await openSite({
      page: tagPage(CONFIG),
      gtag: { queueMs: 60_000, enhancedMeasurement: [] },
    })
    await wire.waitForEvent('page_view')
    await page.evaluate(`gtag('event', 'queued')`)
    await page.goto('about:blank')
    await wire.waitForEvent('user_engagement')
    await wire.waitForEvent('queued')
  })

  test('a prerendered page sends nothing and sets no cookie until it is shown', async () => {
    const rules = JSON.stringify({ prerender: [{ source: 'list', urls: ['/next'] }] })
    let mayGo = 'no'
    const { wire, requests } = await openUnattended({
      page: {
        // Goes on once the test has seen what the page it had prerendered did.
        '/': `<script type="speculationrules">${rules}</script>
          <script>setInterval(async () => {
            if (await (await fetch('/may-go')).text() === 'yes') location.href = '/next'
          }, 300)</script>`,
        '/may-go': () => ({ body: mayGo }),
        '/next': `${tagPage(CONFIG)}<script>
          setTimeout(() => fetch('/report?' + [document.prerendering, 'google_tag_manager' in window, document.cookie]), 2_000)
          document.addEventListener('prerenderingchange', () => fetch('/report?shown'))</script>`,
        '/report': 'ok',
      },
    })
    const reports = (): string[] =>
      requests.filter(({ url }) => url.pathname === '/report').map(({ url }) => url.search.slice(1))
    // The script itself is fetched and runs while prerendering.
    await expect.poll(reports, { timeout: 20_000 }).toEqual(['true,true,'])
    expect(wire.log()).toEqual([`gtag www.googletagmanager.com ${ID}`])
    mayGo = 'yes'
    await wire.waitForEvent('page_view')
    await expect.poll(reports).toEqual(['true,true,', 'shown'])
    expect(wire.of('gtag')).toHaveLength(1)
  })

  test('back from the back/forward cache the tag goes on, and its session cookie comes back', async () => {
    const { page, context, wire, urlOf } = await openSite({
      page: { '/': tagPage(`${CONFIG}window.opened = Math.random()`), '/other': '<p>other' },
      launch: { backForwardCache: 'on' },
      gtag: { enhancedMeasurement: [] },
    })
    await wire.waitForEvent('page_view')
    const opened = await page.evaluate('window.opened')
    await goTo(page, urlOf('/other'))
    await context.clearCookies()
    await goBack(page)
    expect(await page.evaluate('window.opened')).toBe(opened)
    await page.evaluate(`gtag('event', 'after')`)
    await wire.waitForEvent('after')
    expect((await cookiesOf(context)).map(({ name }) => name)).toEqual(['_ga_TEST1'])
    expect(wire.events('page_view')).toHaveLength(1)
  })
})
