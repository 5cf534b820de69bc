import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type NetworkRequest, openSite } from '../../tests/harness/index.js'
import { createSite, type Site } from './src/createSite.js'

let demo: Site
beforeAll(async () => {
  demo = await createSite({ port: 0 })
})
afterAll(() => demo.close())

async function answer({ url }: NetworkRequest): Promise<Answer> {
  // One never ends, and the other starts a database.
  if (/stream|receipts/.test(url.pathname)) return { status: 204 }
  const response = await fetch(demo.url + url.pathname)
  const type = response.headers.get('content-type') ?? ''
  return { status: response.status, headers: { 'content-type': type }, body: await response.text() }
}

test('the wire page keeps its values legible in 320 px: none is broken after a few letters', async () => {
  const { page } = await openSite({ page: { '*': answer }, path: '/en/wire' })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.locator('#consent-gate [data-role=accept]').click()
  await page.locator('#record-facts dd').first().waitFor()
  await page.locator('[data-cookie=consent_gate]').waitFor()
  const narrowest = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((cells) => Math.min(...cells.map((cell) => cell.getBoundingClientRect().width)))
  expect(await narrowest('#record-facts dd')).toBeGreaterThan(150)
  expect(await narrowest('#cookie-rows td:nth-child(2)')).toBeGreaterThan(150)
  // The tables scroll, the page does not.
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
})

test('P13 what stands for the film is no wider than a page of 320 px', async () => {
  const { page } = await openSite({ page: { '*': answer }, path: '/en/news/first-frost' })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.locator('[data-consent-gate-placeholder] button').waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
})
