import { describe, expect, test } from 'vitest'
import { cookiesOf, openSite } from '../harness/index.js'
import { CONFIG, DENIED, GRANTED, ID, tagPage } from './tagPage.js'

const quiet = { enhancedMeasurement: [] } as const
const noAds = `gtag('config', '${ID}', { allow_google_signals: false, allow_ad_personalization_signals: false })`

describe('measured: consent commands', () => {
  test.each([
    ['nothing said', CONFIG, { gcs: undefined, gcd: '13l3l3l3l1l1', npa: '0' }, 2],
    ['all denied', DENIED + CONFIG, { gcs: 'G100', gcd: '13p3p3p3p5l1', npa: '1' }, 0],
    ['denied, then analytics granted', GRANTED + CONFIG, { gcs: 'G101', gcd: '13p3r3p3p5l1', npa: '1' }, 2],
    ['the same without ads signals', GRANTED + noAds, { gcs: 'G101', gcd: '13p3r3p3p7l1', npa: '1' }, 2],
    [
      'granted without a default',
      `gtag('consent', 'update', { analytics_storage: 'granted' })\n${CONFIG}`,
      { gcs: 'G1-1', gcd: '13l3n3l3l5l1', npa: '0' },
      2,
    ],
    [
      'another value than granted counts as denied',
      `gtag('consent', 'default', { analytics_storage: true })\n${CONFIG}`,
      { gcs: 'G1-0', gcd: '13l3p3l3l5l1', npa: '0' },
      0,
    ],
    [
      'a default after config changes nothing about what left',
      CONFIG + DENIED,
      { gcs: undefined, gcd: '13l3l3l3l1l1', npa: '0' },
      2,
    ],
    [
      'a default for another region does not count',
      `gtag('consent', 'default', { analytics_storage: 'denied', region: ['US-CA'] })\n${CONFIG}`,
      { gcs: 'G1--', gcd: '13l3l3l3l5l1', npa: '0' },
      2,
    ],
    [
      'the more specific region wins',
      `gtag('consent', 'default', { analytics_storage: 'denied', region: ['KR'] })
       gtag('consent', 'default', { analytics_storage: 'granted' })\n${CONFIG}`,
      { gcs: 'G1-0', gcd: '13l3p3l3l5l1', npa: '0' },
      0,
    ],
  ])('%s', async (_name, commands, expected, cookies) => {
    const { context, wire } = await openSite({ page: tagPage(commands), gtag: quiet })
    const [view] = await wire.waitForEvent('page_view')
    const { gcs, gcd, npa } = view?.params ?? {}
    expect({ gcs, gcd, npa }).toEqual(expected)
    expect(await cookiesOf(context)).toHaveLength(cookies)
  })

  const waiting = (ms: number) =>
    `gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied', wait_for_update: ${ms} })\n${CONFIG}`

  test('wait_for_update holds the hit until the update', async () => {
    const { page, wire } = await openSite({ page: tagPage(waiting(30_000)), gtag: quiet })
    await wire.waitFor('gtag')
    expect(await wire.during(500)).toEqual([])
    await page.evaluate(`gtag('consent', 'update', { analytics_storage: 'granted' })`)
    expect((await wire.waitForEvent('page_view'))[0]?.params.gcs).toBe('G101')
  })

  test('wait_for_update ends by itself', async () => {
    const { wire } = await openSite({ page: tagPage(waiting(600)), gtag: quiet })
    await wire.waitFor('gtag')
    expect(await wire.during(300)).toEqual([])
    expect((await wire.waitForEvent('page_view'))[0]?.params.gcs).toBe('G100')
  })

  test('denied: a random client ID on each page', async () => {
    const { page, wire } = await openSite({ page: tagPage(DENIED + CONFIG), gtag: quiet })
    await wire.waitForEvent('page_view')
    await page.reload()
    const [first, second] = await wire.waitForEvent('page_view', { count: 2 })
    expect(first?.params.cid).not.toBe(second?.params.cid)
  })
})
