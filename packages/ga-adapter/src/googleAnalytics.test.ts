import { describe, expect, test } from 'vitest'
import { googleAnalytics } from './googleAnalytics.js'
import { analytics, ID } from './testing/analyticsPage.js'
import { fakePage } from './testing/fakePage.js'
import type { GoogleAnalyticsOptions } from './types.js'

describe('P1 nothing before yes', () => {
  test('no script is inserted and the opt-out flag is up', () => {
    const page = fakePage()
    page.deny(analytics(), { answered: false })
    expect(page.scripts).toEqual([])
    expect(page.win[`ga-disable-${ID}`]).toBe(true)
    expect(page.statuses).toEqual([])
  })
})

test.each<[string, boolean, Partial<GoogleAnalyticsOptions>]>([
  ['transportUrl', true, { transportUrl: 'https://sst.example.test' }],
  ['config.transport_url', true, { config: { transport_url: 'https://sst.example.test' } }],
  ['config.server_container_url', true, { config: { server_container_url: 'https://sst.example.test' } }],
  ['no server of the site', false, {}],
])('P2 the cookie that no script can delete is declared with %s: %s', (_, declared, options) => {
  const { cookies } = analytics(options)
  expect(cookies?.some(({ name, httpOnly }) => name === 'FPID' && httpOnly === true)).toBe(declared)
})

describe('P18 bad input', () => {
  test.each([undefined, '', 'GTM-ABC', 'AW-123', 'UA-1-1', 'g-abc', [], [ID, 'GTM-ABC'], 7, {}])(
    'an unusable measurement ID (%j) is a mistake and throws nothing',
    (measurementId) => {
      const options = { measurementId } as unknown as GoogleAnalyticsOptions
      expect(googleAnalytics(options).mistake).toEqual([
        'CG310',
        'googleAnalytics.measurementId',
        measurementId ?? [],
      ])
    },
  )

  test.each([ID, 'G-7', [ID, 'G-AB12CD34EF']])('%j is no mistake', (measurementId) => {
    expect(googleAnalytics({ measurementId } as GoogleAnalyticsOptions)).not.toHaveProperty('mistake')
  })

  test.each(['XG-ABC', 'G-ABC ', 'G-', 'G-ABC_D'])('%j is a mistake, close as it is', (measurementId) => {
    expect(googleAnalytics({ measurementId } as GoogleAnalyticsOptions)).toHaveProperty('mistake')
  })

  test('its name and its category go without saying', () => {
    expect(analytics()).toMatchObject({ name: 'Google Analytics', category: 'analytics' })
  })

  test('P15 one that never started has nothing to end, and takes no event', () => {
    const service = analytics()
    expect(() => {
      service.track?.('login')
      service.pageView?.()
      service.destroy?.()
    }).not.toThrow()
  })

  test('a scriptUrl with a query of its own keeps it', () => {
    const page = fakePage()
    page.grant(analytics({ scriptUrl: 'https://sst.example.test/tag.js?v=3' }))
    expect(page.scripts.map(({ src }) => src)).toEqual(['https://sst.example.test/tag.js?v=3&id=G-TEST1'])
  })

  test.each([null, ''])('the scriptUrl %j is Google’s', (scriptUrl) => {
    const page = fakePage()
    page.grant(analytics({ scriptUrl } as unknown as GoogleAnalyticsOptions))
    expect(page.scripts.map(({ src }) => src)).toEqual([
      'https://www.googletagmanager.com/gtag/js?id=G-TEST1',
    ])
  })

  test.each([undefined, null, { measurementId: ID, config: null, scrub: null }])(
    'options %j never throw',
    (options) => {
      const page = fakePage()
      const service = googleAnalytics(options as unknown as GoogleAnalyticsOptions)
      page.deny(service)
      page.grant(service)
      expect(service.id).toBe('google-analytics')
    },
  )

  test('a page that loads the tag itself is told, by its script or by the tag that runs without one', () => {
    const script = { src: 'https://www.googletagmanager.com/gtag/js?id=G-OTHER' }
    const page = fakePage()
    page.win.document.querySelector = () => script as never
    page.deny(analytics())
    expect(page.issues).toEqual([['CG311', 'googleAnalytics', script]])

    const tags = { 'G-OTHER': {} }
    const other = fakePage(undefined, { google_tag_manager: tags })
    other.grant(analytics())
    expect(other.issues).toEqual([['CG311', 'googleAnalytics', tags]])
  })
})
