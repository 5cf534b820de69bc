import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSite, type Site } from '../../examples/site/src/createSite.js'
import type { Engine } from './engine.js'
import { firefox } from './firefox.js'

const { FIREFOX_PATH = '' } = process.env
/** "Block all cookies", which in Firefox takes storage and channels between tabs along. */
const REFUSED = { 'network.cookie.cookieBehavior': 2 }

let engine: Engine
let site: Site
const page = <T>(expression: string) => engine.evaluate<T>(expression)

beforeAll(async () => {
  site = await createSite({ port: 0 })
  engine = await firefox(FIREFOX_PATH, REFUSED)
  await engine.open(`${site.url}/en/wire`)
})
afterAll(async () => {
  await engine?.close()
  await site?.close()
})

test('P8 P18 a Firefox that refuses all cookies: the notice asks, a yes has no effect and the page says so', async () => {
  await expect.poll(() => page(`!!document.querySelector('#consent-gate [data-role=accept]')`)).toBe(true)
  expect(await page(`typeof BroadcastChannel`)).toBe('function')
  await engine.click('#consent-gate [data-role=accept]')
  await expect.poll(() => page(`ConsentGate.get().reason`)).toBe('not-stored')
  await expect
    .poll(() => page<string>(`document.querySelector('#consent-gate').textContent`))
    .toMatch(/did not let us store/)
  expect(await page(`ConsentGate.allows('google-analytics')`)).toBe(false)
  expect(site.wire()).toEqual([])
})
