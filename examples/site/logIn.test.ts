import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type NetworkRequest, openSite } from '../../tests/harness/index.js'
import { createSite, type Site } from './src/createSite.js'

let demo: Site
beforeAll(async () => {
  demo = await createSite({ port: 0 })
})
afterAll(() => demo.close())

/** The demo under whatever host the browser asked for. */
const answer = ({ method, url, headers, body }: NetworkRequest) =>
  new Promise<Answer>((resolve, reject) => {
    // What starts a database is not needed here.
    if (url.pathname === '/receipts') return resolve({ status: 204 })
    const path = url.pathname + url.search
    const asked = request({ port: demo.port, method, path, headers: { ...headers, host: url.host } })
    asked.once('error', reject)
    asked.once('response', async (response) => {
      const { 'content-type': type, 'transfer-encoding': _, ...others } = response.headers
      const given = Object.entries({ ...others, 'content-type': type }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as const],
      )
      resolve({
        status: response.statusCode ?? 500,
        headers: Object.fromEntries(given),
        body: await text(response),
      })
    })
    asked.end(body)
  })

const openDemo = (path: string) => openSite({ page: { '*': answer }, scheme: 'http', host: 'tea.test', path })

// Over http a browser sends no Sec-Fetch-Site, and no origin either where the page's policy is no-referrer.
test.each(['/en/login', '/en/login?mode=script'])(
  'log-in and log-out work over http under another name than localhost: %s',
  async (path) => {
    const { page } = await openDemo(path)
    await page.locator('[data-role=reject]').click()
    await page.fill('#name', 'Dohyun')
    await page.click('.form button')
    await page.waitForURL('**/en/me')
    expect(await page.locator('h1').textContent()).toBe('Welcome, Dohyun')
    await page.click('form[action="/logout"] button')
    await page.waitForURL('**/en')
    expect((await page.goto(`${new URL(page.url()).origin}/en/me`))?.url()).toContain('/en/login')
  },
)

test('P5 whoever goes back after the log-out is not shown what only the log-in shows', async () => {
  const { page } = await openDemo('/en/login')
  await page.locator('[data-role=reject]').click()
  await page.fill('#name', 'Dohyun')
  await page.click('.form button')
  await page.waitForURL('**/en/me')
  await page.click('form[action="/logout"] button')
  await page.waitForURL('**/en')
  await page.goBack()
  await page.locator('h1').waitFor()
  expect(await page.content()).not.toContain('Dohyun')
  expect(new URL(page.url()).pathname).toBe('/en/login')
})
