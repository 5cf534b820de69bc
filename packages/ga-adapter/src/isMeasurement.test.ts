import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMeasurement } from './isMeasurement.js'

const BASE = 'https://shop.example.test/page/'

test.each([
  'https://www.google-analytics.com/g/collect?v=2&tid=G-1',
  'https://google-analytics.com/collect',
  'https://region1.google-analytics.com/g/collect?v=2',
  'https://ssl.google-analytics.com/j/collect',
  'https://analytics.google.com/g/collect?v=2',
  'https://region1.analytics.google.com/g/s/collect',
  'https://stats.g.doubleclick.net/g/collect?v=2',
  'https://www.google.com/measurement/conversion?x=1',
  'https://www.google.co.kr/ads/ga-audiences?v=1',
  'https://www.google.de/ads/ga-audiences',
  'https://www.google.com/ccm/collect?en=page_view',
  'https://pagead2.googlesyndication.com/measurement/conversion',
  'https://www.googletagmanager.com/td?id=G-1',
  'https://www.googletagmanager.com/a?id=G-1',
  'https://metrics.example.test/g/collect?v=2&tid=G-1',
  '/metrics/g/collect?v=2&tid=G-1',
  '//www.google-analytics.com/g/collect',
])('P2 %s is a measurement, as a string, a URL and a Request', (address) => {
  const url = new URL(address, BASE)
  for (const request of [address, url, new Request(url)]) expect(isMeasurement(request, BASE)).toBe(true)
})

test.each([
  '/',
  'https://maps.googleapis.com/maps/api/js?key=1',
  'https://www.google.com/recaptcha/api2/anchor?k=1',
  'https://www.google.com/maps/embed?pb=1',
  'https://www.google.com/search?q=google-analytics.com/g/collect',
  'https://accounts.google.com/gsi/client',
  'https://fonts.googleapis.com/css2?family=Noto',
  'https://www.googletagmanager.com/gtag/js?id=G-1',
  'https://www.googletagmanager.com/gtm.js?id=GTM-1',
  'https://firebase.google.com/measurement/x',
  'https://analyticsdata.googleapis.com/v1beta/properties/1:runReport',
  'https://google-analytics.com.evil.test/collect',
  'https://notgoogle-analytics.com/collect',
  'https://ad.doubleclick.net/ddm/x',
  'https://shop.example.test/collect',
  'https://shop.example.test/log/collect?v=2',
  'https://shop.example.test/rum?u=https://sst.example.test/g/collect?v=2',
  '/out?to=/g/collect?v=2',
  'http://[',
])('P15 %s is none', (address) => {
  expect(isMeasurement(address, BASE)).toBe(false)
})

test('P15 whatever is given, it never throws, and an address of the site passes unless it is a hit', () => {
  fc.assert(fc.property(fc.anything(), (request) => typeof isMeasurement(request, BASE) === 'boolean'))
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
      fc.pre(!path.includes('/g/'))
      expect(isMeasurement(`https://shop.example.test${path}?${query}`, BASE)).toBe(false)
    }),
  )
})
