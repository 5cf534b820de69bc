import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { cookiesOf } from '../../tests/harness/index.js'
import { openPage, statusOf, withConsent } from './test/openPage.js'

const LOADED = ['/matomo.js', '/matomo.php Test']

const running = (page: Page) =>
  page.waitForFunction(() => Reflect.get(window, 'consent').get().services.matomo === 'running')

/** Everything that could make a tracker speak: its queue, the seam, a link, leaving and coming back. */
async function provoke(page: Page) {
  await page.evaluate(() => {
    const { _paq, consent } = window as unknown as {
      _paq: { push(command: unknown[]): void }
      consent: { track(name: string): void; pageView(): void }
    }
    _paq.push(['trackEvent', 'site', 'by the page'])
    _paq.push(['trackPageView', 'by the page'])
    consent.track('by the seam')
    consent.pageView()
    dispatchEvent(new Event('pagehide'))
  })
}

test('P1 asks nothing of the Matomo host before a yes, nor after a no', async () => {
  const { page, context, asked, errors } = await openPage()
  await provoke(page)
  await withConsent(page, (consent) => consent.rejectAll().ok)
  await provoke(page)
  await page.reload()
  await setTimeout(500)
  expect(asked()).toEqual([])
  expect(await cookiesOf(context, '_pk_')).toEqual([])
  expect(await statusOf(page)).toBe('idle')
  expect(errors).toEqual([])
})

test('P4 a yes loads it in the click’s own task, with one page view and nothing from before', async () => {
  const { page, context, asked, hits, errors } = await openPage()
  const status = await withConsent(page, (consent) => {
    consent.acceptAll()
    return consent.get().services.matomo
  })
  expect(status).toBe('loading')
  await running(page)
  await expect.poll(asked).toEqual(LOADED)
  await setTimeout(300)
  expect(asked()).toEqual(LOADED)
  expect(hits()[0]?.get('consent')).toBe('1')
  expect((await cookiesOf(context, '_pk_')).map(({ domain }) => domain)).toEqual([
    'example.test',
    'example.test',
  ])
  expect(errors).toEqual([])
})

test('P2 off means off: what waited leaves no more, cookies are gone, the HttpOnly one is named', async () => {
  const { page, context, asked, errors } = await openPage({
    before: (ctx) =>
      ctx.addCookies([{ name: 'MATOMO_SESSID', value: 'x', url: 'https://example.test/', httpOnly: true }]),
  })
  await withConsent(page, (consent) => consent.acceptAll().ok)
  await running(page)
  // Matomo holds this one back for 800 ms after its first request.
  await withConsent(page, (consent) => consent.track('waiting'))
  const report = await withConsent(page, (consent) => consent.withdraw('matomo').done)
  expect(report).toMatchObject({ left: [], unreadable: ['MATOMO_SESSID'] })
  expect(await statusOf(page)).toBe('stopped')
  await provoke(page)
  await setTimeout(1_500)
  expect(asked()).toEqual(LOADED)
  expect(await cookiesOf(context, '_pk_')).toEqual([])
  expect(await cookiesOf(context, 'mtm_')).toEqual([])
  expect(errors).toEqual([])
})

test('P3 on again works: no second script, a new visitor, and nothing of the time between', async () => {
  const { page, asked, hits } = await openPage()
  await withConsent(page, (consent) => consent.acceptAll().ok)
  await running(page)
  await setTimeout(900)
  for (let toggle = 0; toggle < 3; toggle++) {
    await withConsent(page, (consent) => consent.withdraw('matomo').ok)
    await provoke(page)
    await withConsent(page, (consent) => consent.save({ matomo: true }).ok)
    expect(await statusOf(page)).toBe('running')
  }
  await expect.poll(() => asked().length, { timeout: 10_000 }).toBe(LOADED.length + 3)
  await setTimeout(900)
  expect(asked()).toEqual([...LOADED, '/matomo.php Test', '/matomo.php Test', '/matomo.php Test'])
  const visitors = hits().map((hit) => hit.get('_id'))
  expect(new Set(visitors).size).toBe(4)
})

test('withdrawn while it loads: stopped, and the script that arrives does nothing', async () => {
  let arrive = () => {}
  const held = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const { page, context, asked } = await openPage({
    respond: async ({ url }) => {
      if (url.pathname === '/matomo.js') await held
      return undefined
    },
  })
  await withConsent(page, (consent) => consent.acceptAll().ok)
  await withConsent(page, (consent) => consent.withdraw().ok)
  arrive()
  await page.waitForFunction('window.Matomo')
  await provoke(page)
  await setTimeout(300)
  expect(asked()).toEqual(['/matomo.js'])
  expect(await statusOf(page)).toBe('stopped')
  expect(await cookiesOf(context, '_pk_')).toEqual([])
  expect(await cookiesOf(context, 'mtm_')).toEqual([])
})

test('a blocked script is a state with a reason, and a new yes tries once more', async () => {
  const { page, asked } = await openPage({
    respond: ({ url }) => (url.pathname === '/matomo.js' ? 'abort' : undefined),
  })
  const blocked = () =>
    page.waitForFunction(() => Reflect.get(window, 'consent').get().services.matomo === 'blocked')
  await withConsent(page, (consent) => consent.acceptAll().ok)
  await blocked()
  for (let again = 0; again < 2; again++) {
    await withConsent(page, (consent) => consent.withdraw().ok)
    await withConsent(page, (consent) => consent.acceptAll().ok)
    await blocked()
  }
  expect(asked()).toEqual(['/matomo.js', '/matomo.js'])
  const reasons = await page.evaluate(() => {
    const values: unknown[] = []
    Reflect.get(window, 'consent').onIssue(({ code, value }: { code: string; value: unknown }) => {
      if (code === 'CG302') values.push(value)
    })
    return values
  })
  expect(reasons).toContain('load-error')
})
