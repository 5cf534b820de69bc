import { expect, test } from 'vitest'
import { settingsAmong } from './src/settingsAmong.js'

test.each([
  ['setCustomDimension', true],
  ['enableLinkTracking', true],
  ['disableBrowserFeatureDetection', true],
  ['discardHashTag', true],
  ['trackPageView', false],
  ['trackEvent', false],
  ['ping', false],
  ['resetUserId', false],
  ['setConsentGiven', false],
  ['setCookieConsentGiven', false],
  ['rememberConsentGiven', false],
])('%s, queued before the grant, is kept: %s', (method, kept) => {
  expect(settingsAmong([[method, 1]])).toEqual(kept ? [[method, 1]] : [])
})

test('a function in the queue, which could do anything, is left out', () => {
  expect(settingsAmong([[() => {}]])).toEqual([])
})
