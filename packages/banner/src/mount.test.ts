import type { Consent } from '@consent-gate/core'
import { expect, test } from 'vitest'
import { mountBanner } from './index.js'

test('P15 on a server mounting does nothing, and so does its end', () => {
  expect(typeof window).toBe('undefined')
  // Nothing of the consent is even looked at.
  expect(() => mountBanner({} as Consent, { lang: 'ko' }).destroy()).not.toThrow()
})
