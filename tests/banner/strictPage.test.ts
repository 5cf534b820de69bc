import { describe, expect, test } from 'vitest'
import { openSite } from '../harness/index.js'
import { openState } from './openStates.js'
import { SITE, sitePage, siteStyles, WAY_BACK } from './sitePage.js'
import { states } from './states.js'

/** As strict as a page with Google Analytics can be: its one host is where Google says hits go. */
const STRICT = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'nonce-n0nce' 'strict-dynamic'",
    "style-src 'self'",
    "connect-src 'self' https://*.google-analytics.com",
    "require-trusted-types-for 'script'",
    'trusted-types consent-gate consent-gate#gates',
  ].join('; '),
}

/** Google's own policy is the site's to allow: gtag.js says it is missing, and works. */
const ours = (errors: readonly string[]) =>
  errors.filter((line) => !line.includes("'goog#html'") && !line.includes('net::ERR_'))

test.each(states)('P12 no violation and no style attribute: $name', async (state) => {
  const { errors, page, show } = await openState(state, { headers: STRICT })
  await show('ko')
  const styled = await page
    .locator(
      '[style]:is(#consent-gate, #consent-gate *, [data-role=reopen], [data-consent-gate-placeholder], [data-consent-gate-placeholder] *, consent-gate-toggle *, consent-gate-disclosure *, consent-gate-policies *)',
    )
    .evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML))
  expect(styled).toEqual([])
  expect(ours(errors)).toEqual([])
})

/** What site frameworks do on a navigation without loading a document. */
const swaps = {
  'the body is replaced': `document.body.replaceWith(body)`,
  'the body is set': `document.body = body`,
  'the contents are replaced': `document.body.replaceChildren(...body.childNodes)`,
}
const swap = (how: string) => `(() => {
  const body = document.createElement('body')
  const link = document.createElement('a')
  link.href = '#next'
  link.dataset.consentGate = 'preferences'
  link.textContent = 'next page'
  body.append(link)
  ${how}
})()`

describe('a page that swaps its body', () => {
  const open = async () => {
    const site = await openSite({
      page: { '/site.css': siteStyles, '*': sitePage({ config: SITE, lang: 'en', body: WAY_BACK }) },
      headers: STRICT,
    })
    await site.page.locator('#consent-gate [data-role=accept]').waitFor()
    return site
  }

  test('P12 keeps the notice through three swaps and a view transition, and its buttons work', async () => {
    const { page, wire, errors } = await open()
    for (const how of Object.values(swaps)) {
      await page.evaluate(swap(how))
      expect(await page.locator('#consent-gate [data-role=accept]').isVisible(), how).toBe(true)
    }
    await page.evaluate(`document.startViewTransition(() => ${swap(swaps['the body is replaced'])}).finished`)
    await page.locator('text=next page').click()
    await page.locator('#consent-gate dialog[open] [data-role=close]').click()
    await page.locator('#consent-gate [data-role=accept]').click()
    await wire.waitForEvent('page_view')
    expect(await page.evaluate('ConsentGate.allows("analytics")')).toBe(true)
    expect(await page.locator('#consent-gate [data-role=accept]').count()).toBe(0)
    expect(ours(errors)).toEqual([])
  })

  test('P12 keeps open preferences through a swap, and saves them', async () => {
    const { page, errors } = await open()
    await page.locator('main a').click()
    await page.locator('dialog[open] [role=switch]').click()
    for (const how of Object.values(swaps)) await page.evaluate(swap(how))
    expect(await page.locator('dialog[open] [role=switch]').getAttribute('aria-checked')).toBe('true')
    await page.locator('dialog[open] [data-role=save]').click()
    expect(await page.evaluate('ConsentGate.allows("analytics")')).toBe(true)
    expect(ours(errors)).toEqual([])
  })
})
