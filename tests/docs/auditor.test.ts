import { expect, test } from 'vitest'
import { cookiesOf, goTo, openSite } from '../harness/index.js'
import { section } from './section.js'

const GUIDE = section('docs/google-analytics.md', '## What an auditor can check by hand')
const steps = [...GUIDE.matchAll(/^\d+\. (.+)$/gm)].map(([, step = '']) => step)
/** What is to be typed into the console, by step. */
const typed = (step: number) =>
  [...(steps[step - 1] ?? '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

test('the steps for an auditor, done as written', async () => {
  expect(steps).toHaveLength(10)
  const { page, context, wire, requests } = await openSite({
    page: `<p style="height: 3000px"></p>
<script async src="/gate/gate.js" data-measurement-id="G-XXXXXXXXXX" data-policy-version="1"></script>
<a href="#" data-consent-gate="preferences">Settings</a>`,
  })
  const button = (role: string) => page.locator(`#consent-gate [data-role=${role}]`)
  const settings = async (role: string) => {
    // After a no the preferences stay open, to tell what became of it.
    const open = await page.locator('#consent-gate dialog[open]').count()
    if (!open) await page.locator('[data-consent-gate=preferences]').click()
    await button(role).last().click()
  }
  await button('reject').waitFor()

  // 1, 2: before an answer
  expect(await wire.during(500)).toEqual([])
  expect(await cookiesOf(context, '_ga')).toEqual([])
  const [flag = '', on, scripts = '', none] = typed(2).filter((code) => !code.startsWith('_ga'))
  expect([String(await page.evaluate(flag)), String(await page.evaluate(scripts))]).toEqual([on, none])

  // 3: after a refusal
  await button('reject').click()
  await page.reload()
  expect(await wire.during(500)).toEqual([])

  // 4, 5: after a yes
  await settings('accept')
  await wire.waitForEvent('page_view')
  expect(wire.log().sort()).toEqual([
    'collect www.google-analytics.com G101 page_view',
    'gtag www.googletagmanager.com G-XXXXXXXXXX',
  ])
  const [expression = '', first, second] = typed(5)
  // The double leaves these out.
  await page.evaluate(`dataLayer.push({ event: 'gtm.dom' }, { event: 'gtm.load' })`)
  const lines: string[] = await page.evaluate(expression)
  expect(lines.slice(0, 2)).toEqual([first, second])

  // 6: the cookies
  const cookies = await cookiesOf(context, '_ga')
  expect(cookies.map(({ domain, secure, sameSite }) => `${domain} ${secure} ${sameSite}`)).toEqual([
    'example.test true Lax',
    'example.test true Lax',
  ])
  for (const { expires } of cookies)
    expect(expires).toBeLessThanOrEqual(Date.now() / 1000 + 390 * 86_400 + 60)

  // 9: off and on again in the page
  await settings('reject')
  await settings('accept')
  await wire.waitForEvent('page_view', { count: 2 })
  expect(wire.of('gtag')).toHaveLength(1)
  expect((await cookiesOf(context, '_ga'))[0]?.value).not.toBe(cookies[0]?.value)

  // 7: what waits leaves no more
  await page.evaluate("gtag('event', 'measured')")
  await settings('reject')
  expect(await wire.during(1_000)).toEqual([])
  await goTo(page, page.url().replace(/#.*/, 'next'))
  expect(await wire.during(300)).toEqual([])
  expect(await cookiesOf(context, '_ga')).toEqual([])
  expect(requests.length).toBeGreaterThan(0)
})
