import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSite, type Site } from '../../examples/site/src/createSite.js'
import { root } from '../repo/root.js'
import type { Engine } from './engine.js'
import { firefox } from './firefox.js'
import { webkit } from './webkit.js'

const { FIREFOX_PATH = '', WEBKIT_DRIVER_PATH = '', WEBKIT_PATH = '' } = process.env
/** Longer than the tag keeps events in its queue. */
const QUEUE_MS = 6_000
const PICTURES = join(root, '.cache/engines')

const DIALOG = '#consent-gate dialog[open]'
const SWITCH = `${DIALOG} [role=switch]`

describe.each([
  ['Firefox', () => firefox(FIREFOX_PATH)],
  ['WebKit', () => webkit(WEBKIT_DRIVER_PATH, WEBKIT_PATH)],
])('in %s', (name, launch) => {
  let engine: Engine
  let site: Site

  const page = <T>(expression: string) => engine.evaluate<T>(expression)
  const hits = () =>
    site.wire().flatMap(({ events }) => events.filter((event) => event === 'page_view')).length
  const googleCookies = () =>
    page<string[]>(`document.cookie.split('; ').filter((pair) => /^_ga/.test(pair))`)
  const picture = async (what: string) => {
    mkdirSync(PICTURES, { recursive: true })
    writeFileSync(join(PICTURES, `${name}-${what}.png`), await engine.screenshot())
  }
  /** Whether a pointer can reach the middle of it. */
  const reachable = (selector: string) =>
    page<boolean>(`(() => {
      const one = document.querySelector(${JSON.stringify(selector)})
      if (!one) return false
      const { left, top, width, height } = one.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      return width > 20 && height > 20 && !!hit && (hit === one || one.contains(hit))
    })()`)

  beforeAll(async () => {
    site = await createSite({ port: 0 })
    engine = await launch()
    await engine.open(`${site.url}/en/wire`)
  })
  afterAll(async () => {
    await engine?.close()
    await site?.close()
  })

  test('P1 nothing is asked for and no cookie is there before a yes; the notice can be reached', async () => {
    await expect.poll(() => reachable('#consent-gate [data-role=accept]')).toBe(true)
    expect(await reachable('#consent-gate [data-role=reject]')).toBe(true)
    await picture('notice')
    expect(await googleCookies()).toEqual([])
    expect(site.wire()).toEqual([])
  })

  test('P3 a yes sends one page_view and leaves the cookies', async () => {
    await engine.click('#consent-gate [data-role=accept]')
    await expect.poll(hits, { timeout: 10_000 }).toBe(1)
    expect(await googleCookies()).toHaveLength(2)
  })

  test('P13 the preferences show their switches, take the focus, and Escape changes nothing', async () => {
    await page(`void ConsentGate.showPreferences()`)
    await expect.poll(() => reachable(SWITCH)).toBe(true)
    await picture('preferences')
    expect(await page(`document.querySelector('${DIALOG}').contains(document.activeElement)`)).toBe(true)
    await engine.press('Escape')
    await expect.poll(() => page(`!!document.querySelector('${DIALOG}')`)).toBe(false)
    expect(await page(`ConsentGate.allows('google-analytics')`)).toBe(true)
  })

  test('P2 P17 a no deletes the cookies, says so, and nothing more is sent, what was queued included', async () => {
    const before = site.wire().length
    await page(`gtag('event', 'queued')`)
    await page(`void ConsentGate.showPreferences()`)
    await expect.poll(() => reachable(`${DIALOG} [data-role=reject]`)).toBe(true)
    await engine.click(`${DIALOG} [data-role=reject]`)
    await expect
      .poll(() => page<string>(`document.querySelector('${DIALOG} [role=status]').textContent`))
      .toContain('_ga')
    await picture('outcome')
    expect(await googleCookies()).toEqual([])
    await page(`gtag('event', 'later')`)
    await page(`history.pushState({}, '', '?next')`)
    await wait(QUEUE_MS)
    expect(site.wire().length).toBe(before)
    expect(await googleCookies()).toEqual([])
  })

  test('P3 a new yes in the same document sends one page_view more', async () => {
    await engine.press('Escape')
    await page(`ConsentGate.acceptAll().ok`)
    await expect.poll(hits, { timeout: 10_000 }).toBe(2)
    await wait(1_000)
    expect(hits()).toBe(2)
  })

  test('P17 the switch inside the privacy policy shows the answer and takes a no', async () => {
    await engine.open(`${site.url}/en/privacy`)
    const toggle = 'consent-gate-disclosure [role=switch]'
    await expect
      .poll(() => page(`document.querySelector('${toggle}')?.getAttribute('aria-checked')`))
      .toBe('true')
    await page(`document.querySelector('${toggle}').scrollIntoView({ block: 'center' })`)
    await picture('disclosure')
    await engine.click(toggle)
    await expect
      .poll(() => page(`document.querySelector('${toggle}').getAttribute('aria-checked')`))
      .toBe('false')
    expect(await googleCookies()).toEqual([])
  })
})
