import { describe, expect, test } from 'vitest'
import { cookiesOf, openSite } from '../harness/index.js'
import { CONFIG, DENIED, ID, tagPage } from './tagPage.js'

const signals = { googleSignals: 'on', keyEvents: ['page_view'], enhancedMeasurement: [] } as const
const config = (fields: string) => tagPage(`gtag('config', '${ID}', ${fields})`)

async function hostsAfter(page: string) {
  const { context, wire } = await openSite({ page, gtag: signals })
  await wire.waitForEvent('page_view')
  await wire.during(500)
  const hosts = new Set(wire.requests.map(({ url }) => url.hostname))
  hosts.delete('www.googletagmanager.com')
  return { hosts: [...hosts].sort(), ads: await cookiesOf(context, '_gcl'), wire }
}

describe('measured: the hosts a property with Signals and key events talks to', () => {
  test('with nothing turned off', async () => {
    const { hosts, ads } = await hostsAfter(tagPage(CONFIG))
    expect(hosts).toEqual([
      'analytics.google.com',
      'stats.g.doubleclick.net',
      'www.google.co.kr',
      'www.google.com',
    ])
    expect(ads.map(({ name }) => name)).toEqual(['_gcl_au'])
  })

  test('with both allow_ fields false: one host, npa=1, no ads cookie', async () => {
    const { hosts, ads, wire } = await hostsAfter(
      config('{ allow_google_signals: false, allow_ad_personalization_signals: false }'),
    )
    expect(hosts).toEqual(['www.google-analytics.com'])
    expect(ads).toEqual([])
    expect(wire.events('page_view')[0]?.params.npa).toBe('1')
  })

  test('with everything denied a key event is still reported to Ads', async () => {
    const { hosts, ads } = await hostsAfter(tagPage(DENIED + CONFIG))
    expect(hosts).toEqual(['pagead2.googlesyndication.com', 'www.google-analytics.com'])
    expect(ads).toEqual([])
  })
})

describe("measured: a transport of the site's own", () => {
  test('transport_url takes the hits', async () => {
    const { wire } = await openSite({ page: config(`{ transport_url: 'https://collect.example.test' }`) })
    const [view] = await wire.waitForEvent('page_view')
    expect(view?.request.url.host).toBe('collect.example.test')
  })

  test('server_container_url takes the hits and brings a frame', async () => {
    const { wire, requests } = await openSite({
      page: config(`{ server_container_url: 'https://collect.example.test' }`),
    })
    const [view] = await wire.waitForEvent('page_view')
    expect(view?.request.url.host).toBe('collect.example.test')
    await expect
      .poll(() => requests.map(({ url }) => url.pathname))
      .toContainEqual(expect.stringMatching(/^\/_\/service_worker\/.*sw_iframe\.html$/))
  })
})
