import { describe, expect, test } from 'vitest'
import { cookiesOf, dataLayerOf, openSite } from './index.js'

const tag = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-TEST1"></script>
<script>window.dataLayer=[];function gtag(){dataLayer.push(arguments)};gtag('js',new Date());gtag('config','G-TEST1')</script>`

describe('openSite', () => {
  test.each([
    ['https', 'example.test', '.example.test'],
    ['http', 'www.example.test', '.example.test'],
    ['https', 'shop.example.co.kr', '.example.co.kr'],
    ['https', 'a.b.example.co.kr', '.example.co.kr'],
    ['https', 'someone.github.io', '.someone.github.io'],
    ['http', 'localhost', 'localhost'],
    ['https', 'localhost', 'localhost'],
  ] as const)('%s://%s shows the page, its hits and its cookies', async (scheme, host, domain) => {
    const { page, context, wire, url } = await openSite({ scheme, host, page: `<h1>hi</h1>${tag}` })
    expect(await page.textContent('h1')).toBe('hi')
    const [view] = await wire.waitForEvent('page_view')
    expect(view?.params.dl).toBe(url)
    const cookies = await cookiesOf(context, '_ga')
    expect(cookies.map((cookie) => [cookie.name, cookie.domain])).toEqual([
      ['_ga', domain],
      ['_ga_TEST1', domain],
    ])
    expect(await dataLayerOf(page)).toMatchObject([
      { isArguments: true, values: ['js', expect.any(String)] },
      { isArguments: true, values: ['config', 'G-TEST1'] },
    ])
  })

  test('sees what a page sends while it closes, and while it is left', async () => {
    const { page, context, wire, urlOf } = await openSite({ page: tag, gtag: { queueMs: 60_000 } })
    await wire.waitForEvent('page_view')
    await page.evaluate("gtag('event', 'first')")
    await page.goto('about:blank')
    await wire.waitForEvent('first')
    const second = await context.newPage()
    await second.goto(urlOf('/other'))
    await wire.waitForEvent('page_view', { count: 2 })
    await second.evaluate("gtag('event', 'second')")
    await second.close()
    await wire.waitForEvent('second')
  })

  test('keeps the wires of two sites apart', async () => {
    const [first, second] = [await openSite({ page: tag }), await openSite({ page: '<p>no tag' })]
    await first.wire.waitForEvent('page_view')
    expect(second.wire.log()).toEqual([])
  })
})
