import { describe, expect, test } from 'vitest'
import { analytics, ID, running } from './testing/analyticsPage.js'
import { fakePage } from './testing/fakePage.js'
import type { GoogleAnalyticsOptions, GtagConfig } from './types.js'

describe('the config command', () => {
  const fields = (options: Partial<GoogleAnalyticsOptions>, address?: string, over = {}) => {
    const page = fakePage(address)
    page.grant(analytics(options), over)
    return page.commands().find(([name]) => name === 'config')?.[2]
  }

  test('promises little by default', () => {
    expect(fields({})).toEqual({
      allow_google_signals: false,
      allow_ad_personalization_signals: false,
      cookie_domain: 'none',
      cookie_flags: 'SameSite=Lax;Secure',
      cookie_expires: 33_696_000,
      cookie_update: false,
    })
    expect(fields({}, 'http://localhost/')).toMatchObject({ cookie_flags: 'SameSite=Lax' })
  })

  test.each<[string, GtagConfig, string]>([
    ['example.test', {}, 'example.test'],
    ['example.test', { cookie_domain: 'none' }, 'none'],
    ['host', { cookie_domain: 'example.test' }, 'none'],
  ])('P4 with record.domain %s and %o the cookies are on %s', (recordDomain, config, expected) => {
    expect(fields({ config }, undefined, { recordDomain })).toMatchObject({ cookie_domain: expected })
  })

  test('Google Signals need a consent to ads, and the site’s wish', () => {
    const config = { allow_google_signals: true }
    expect(fields({ config })).toMatchObject({ allow_google_signals: false })
    const consentTypes = ['analytics_storage', 'ad_storage']
    expect(fields({ config }, undefined, { consentTypes })).toMatchObject({
      allow_google_signals: true,
      allow_ad_personalization_signals: false,
    })
    expect(fields({}, undefined, { consentTypes })).toMatchObject({ allow_google_signals: false })
  })

  test('takes the site’s own fields and the transport', () => {
    const config = { cookie_expires: 0, user_properties: { plan: 'pro' } }
    expect(fields({ config, transportUrl: 'https://t.example.test' })).toMatchObject({
      ...config,
      transport_url: 'https://t.example.test',
    })
  })

  test.each<[string, Record<string, unknown>, unknown]>([
    ['goes to our IDs', {}, [ID]],
    ['goes where it says', { send_to: 'agency' }, 'agency'],
  ])('with config.groups an event through the API %s', (_, params, send_to) => {
    const { page, service } = running({ config: { groups: 'agency' } })
    service.track?.('sign_up', { ...params })
    service.pageView?.({ ...params })
    expect(page.commands().slice(-2)).toEqual([
      ['event', 'sign_up', { send_to }],
      ['event', 'page_view', { send_to }],
    ])
  })
})
