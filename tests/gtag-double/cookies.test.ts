import { describe, expect, test } from 'vitest'
import { cookiesOf, openSite } from '../harness/index.js'
import { CONFIG, ID, tagPage } from './tagPage.js'

const config = (fields: string) => tagPage(`gtag('config', '${ID}', ${fields})`)

async function cookiesAfter(page: string, host = 'www.example.test', path = '/') {
  const site = await openSite({ page, host, path })
  await site.wire.waitForEvent('page_view')
  return cookiesOf(site.context)
}

describe('measured: the cookies and the fields that shape them', () => {
  test('names, values, domain, path and life', async () => {
    const [client, session] = await cookiesAfter(tagPage(CONFIG))
    expect(client).toMatchObject({
      name: '_ga',
      value: expect.stringMatching(/^GA1\.1\.\d+\.\d{10}$/),
      domain: '.example.test',
      path: '/',
      sameSite: 'Lax',
      secure: false,
      httpOnly: false,
    })
    expect(session).toMatchObject({
      name: '_ga_TEST1',
      value: expect.stringMatching(/^GS2\.1\.s\d{10}\$o1\$g0\$t\d{10}\$j60\$l0\$h0$/),
      domain: '.example.test',
    })
    // Chromium cuts two years to its cap of 400 days.
    const days = ((client?.expires ?? 0) - Date.now() / 1000) / 86_400
    expect(days).toBeGreaterThan(399)
    expect(days).toBeLessThan(401)
  })

  test.each([
    ['cookie_domain none', `{ cookie_domain: 'none' }`, { domain: 'www.example.test' }],
    ['cookie_domain explicit', `{ cookie_domain: 'www.example.test' }`, { domain: '.www.example.test' }],
    ['cookie_expires 0', `{ cookie_expires: 0 }`, { expires: -1 }],
    ['cookie_flags', `{ cookie_flags: 'SameSite=None;Secure' }`, { sameSite: 'None', secure: true }],
    ['cookie_prefix', `{ cookie_prefix: 'pfx' }`, { name: 'pfx_ga' }],
  ])('%s', async (_name, fields, expected) => {
    const [client] = await cookiesAfter(config(fields))
    expect(client).toMatchObject(expected)
  })

  test('cookie_path is the path and is counted in the value', async () => {
    const [client] = await cookiesAfter(config(`{ cookie_path: '/shop' }`), 'www.example.test', '/shop')
    expect(client).toMatchObject({ path: '/shop', value: expect.stringMatching(/^GA1\.1-2\./) })
  })

  test.each([
    ['true', 400],
    ['false', 10],
  ])('cookie_update %s: an old cookie of 10 days lives %i days', async (update, days) => {
    const expires = Math.floor(Date.now() / 1000) + 10 * 86_400
    const { context, wire } = await openSite({
      page: config(`{ cookie_update: ${update} }`),
      before: (fresh) =>
        fresh.addCookies([{ name: '_ga', value: 'GA1.1.1.2', domain: '.example.test', path: '/', expires }]),
    })
    const [view] = await wire.waitForEvent('page_view')
    expect(view?.params).toMatchObject({ cid: '1.2' })
    expect(view?.params._fv).toBeUndefined()
    const [client] = await cookiesOf(context, '_ga')
    expect(Math.round(((client?.expires ?? 0) - Date.now() / 1000) / 86_400)).toBe(days)
  })

  test('a second page keeps client and session', async () => {
    const { page, wire } = await openSite({ page: tagPage(CONFIG) })
    await wire.waitForEvent('page_view')
    await page.reload()
    const [first, second] = await wire.waitForEvent('page_view', { count: 2 })
    expect(second?.params).toMatchObject({ cid: first?.params.cid, sid: first?.params.sid, sct: '1' })
    expect(second?.params._ss).toBeUndefined()
  })

  test('deleted, _ga_<id> is back with the next event, and _ga with the next config', async () => {
    const { page, context, wire } = await openSite({ page: tagPage(CONFIG) })
    await wire.waitForEvent('page_view')
    await context.clearCookies()
    await page.evaluate(`gtag('event', 'later')`)
    expect((await cookiesOf(context)).map(({ name }) => name)).toEqual(['_ga_TEST1'])
    await page.evaluate(CONFIG)
    expect((await cookiesOf(context)).map(({ name }) => name).sort()).toEqual(['_ga', '_ga_TEST1'])
  })

  test('send_page_view false: no hit and no cookie until the first event', async () => {
    const { page, context, wire } = await openSite({
      page: config('{ send_page_view: false }'),
      gtag: { enhancedMeasurement: ['history'] },
    })
    await wire.waitFor('gtag')
    expect(await wire.during(700)).toEqual([])
    expect(await cookiesOf(context)).toEqual([])
    await page.evaluate(`gtag('event', 'first')`)
    await wire.waitForEvent('first')
    expect(await cookiesOf(context)).toHaveLength(2)
  })
})
