import { expect, test } from 'vitest'
import { gatePage, openSite, STATS, withGate } from '../harness/index.js'
import { config, FRAME, gated, log, ran } from './gatedMarkup.js'

/** What Prototype.js puts in the place of the browser's own: `entries` and `remove` of 1.7.3, and the `map` of older ones. */
const PROTOTYPE = `<script>
  Array.prototype.entries = Array.prototype.toArray = function () {
    return this.slice()
  }
  Array.prototype.map = function (iterator, context) {
    const results = []
    this.forEach((value, index) => results.push(iterator.call(context, value, index)))
    return results
  }
  Element.prototype.remove = function () {
    this.parentNode.removeChild(this)
    return this
  }
</script>`

const tell = `<script>
  window.issues = [];
  (window.ConsentGate = window.ConsentGate || []).push((gate) => gate.onIssue(({ code }) => issues.push(code)))
</script>`

test('P15 beside Prototype.js the SDK asks, sweeps, gates and keeps the session as anywhere', async () => {
  const { page, errors } = await openSite({
    page: gatePage(
      { ...config, services: [...config.services, { ...STATS, id: 'visits' }], session: { cookie: 'sid' } },
      gated('', `${log('inline')};document.currentScript.remove()`),
    ).replace(/^/, `${PROTOTYPE}${tell}<script>document.cookie = 'visits=3;path=/'</script>`),
  })
  await page.locator('[data-role="accept"]').waitFor()
  expect(await page.evaluate('document.cookie')).toBe('')
  await page.click('[data-role="accept"]')
  await page.waitForFunction(ran(['inline']))
  expect(await withGate(page, (gate) => gate.session.start('token'))).toEqual({ ok: true })
  expect(await page.evaluate('document.cookie')).toMatch(
    /consent_gate=1.*sid=token|sid=token.*consent_gate=1/,
  )
  expect(await page.evaluate('issues')).toEqual([])
  expect(errors).toEqual([])
})

test('P13 P15 beside Prototype.js the way back comes after a notice that stood long, and destroy() ends everything', async () => {
  const { page, requests, errors } = await openSite({
    page: PROTOTYPE + tell + gatePage(config, '<p>text</p>'),
  })
  await page.locator('#consent-gate [data-role="accept"]').waitFor()
  await expect.poll(() => requests.some(({ url }) => url.pathname === '/gate/gate-care.js')).toBe(true)
  await page.waitForTimeout(300)
  await page.click('#consent-gate [data-role="preferences"]')
  await page.click('dialog [data-role="accept"]')
  await page.locator('[data-role="reopen"]').click()
  await page.click('dialog [data-role="reject"]')
  await page.click('dialog [data-role="close"]')
  await page.locator('#consent-gate').waitFor({ state: 'detached' })
  expect(await page.evaluate('issues')).toEqual([])
  expect(await page.evaluate('try { ConsentGate.destroy() } catch (error) { String(error) }')).toBeUndefined()
  expect(await page.locator('#consent-gate, [data-role="reopen"]').count()).toBe(0)
  expect(await page.evaluate('document.adoptedStyleSheets.length')).toBe(0)
  expect(errors).toEqual([])
})

test('P15 beside Prototype.js a held frame goes with its placeholder, comes back with one and shows after a yes', async () => {
  const { page, requests, errors } = await openSite({
    page: { '/': PROTOTYPE + tell + gatePage(config, `<main>${FRAME}</main>`), '/film': '<p>film</p>' },
  })
  const placeholder = page.locator('[data-consent-gate-placeholder]')
  await placeholder.waitFor()
  await page.evaluate(
    `window.frame = document.querySelector('iframe'); document.querySelector('main').innerHTML = ''`,
  )
  await page.waitForTimeout(200)
  await page.evaluate('document.body.append(frame)')
  await placeholder.waitFor()
  await withGate(page, (gate) => gate.acceptAll().ok)
  await expect.poll(() => requests.some(({ url }) => url.pathname === '/film')).toBe(true)
  expect(await page.evaluate('issues')).toEqual([])
  expect(errors).toEqual([])
})
