import { within } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import './testing/noLayout.js'
import { mountBanner } from './eager.js'
import { fakeConsent } from './testing/fakeConsent.js'

// The interface is a child of <html>, not of the body.
const screen = within(document.documentElement)

let unmount = () => {}
afterEach(() => {
  unmount()
  document.body.replaceChildren()
})

const linkToPreferences = () => {
  const link = document.createElement('a')
  link.dataset.consentGate = 'preferences'
  document.body.append(link)
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 1300))

describe('P13 the way back', () => {
  it('is a small button on a page that has none, and opens the preferences', async () => {
    const consent = fakeConsent({ lang: 'ko' })
    unmount = mountBanner(consent).destroy
    await settled()
    await userEvent.click(screen.getByRole('button', { name: '쿠키 설정' }))
    expect(consent.calls).toEqual([['preferences']])
    // It waits behind the dialog, for the focus to come back to, and leaves for a notice.
    expect(document.querySelector('[data-role=reopen]')).not.toBeNull()
    consent.set({ ui: 'notice' })
    await vi.waitFor(() => expect(document.querySelector('[data-role=reopen]')).toBeNull())
  })

  it('is not drawn, and its part not loaded, where the site has its own', async () => {
    linkToPreferences()
    unmount = mountBanner(fakeConsent()).destroy
    await settled()
    expect(document.querySelector('[data-role=reopen]')).toBeNull()
  })

  it('makes room when the site inserts its own', async () => {
    unmount = mountBanner(fakeConsent()).destroy
    await settled()
    expect(document.querySelector('[data-role=reopen]')).not.toBeNull()
    linkToPreferences()
    await vi.waitFor(() => expect(document.querySelector('[data-role=reopen]')).toBeNull())
  })

  it('is reported as missing where the site turned it off and has none', async () => {
    const consent = fakeConsent()
    unmount = mountBanner(consent, { reopen: 'none' }).destroy
    await settled()
    expect(consent.issues).toEqual(['CG603'])
    expect(document.querySelector('[data-role=reopen]')).toBeNull()
  })

  it.each([
    ['there is nothing to choose', { units: [] }],
    ['nobody is asked, as minors are not', { minor: true, silent: true }],
  ])('does not exist where %s', async (_, settings) => {
    const consent = fakeConsent({ settings })
    unmount = mountBanner(consent).destroy
    await settled()
    expect(document.querySelector('[data-role=reopen]')).toBeNull()
    expect(consent.issues).toEqual([])
  })
})
