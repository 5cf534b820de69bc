import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { mountBanner } from './eager.js'
import { fakeConsent } from './testing/fakeConsent.js'

// Without `testing/noLayout.js`: a site that tests its own pages in happy-dom has what happy-dom has.
let unmount = () => {}
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  unmount()
  document.body.replaceChildren()
  vi.useRealTimers()
})

it('P15 throws nothing into the tests of a site whose DOM knows of no layout', async () => {
  const consent = fakeConsent({ lang: 'en' })
  unmount = mountBanner(consent).destroy
  // The way back looks for a free corner, and again after the page changed.
  await vi.advanceTimersByTimeAsync(1300)
  document.body.append('More')
  await vi.advanceTimersByTimeAsync(1300)
  expect(document.querySelector('[data-role=reopen]')).not.toBeNull()
  expect(consent.issues).toEqual([])
})
