import { within } from '@testing-library/preact'
import { afterEach } from 'vitest'
import './closesLater.js'
import './noLayout.js'
import { mountBanner } from '../eager.js'
import { type FakeOptions, fakeConsent } from './fakeConsent.js'

// The interface is a child of <html>, not of the body.
export const screen = within(document.documentElement)

export const dialog = () => document.querySelector('dialog') as HTMLDialogElement
export const role = (name: string) => dialog().querySelector(`[data-role=${name}]`) as HTMLElement
export const theSwitch = () => screen.getByRole('switch', { name: 'Visit statistics' })
export const on = (element: Element) => element.getAttribute('aria-checked')

/** What the test mounted. It goes after the test. */
export const mounted = { destroy() {} }
afterEach(() => mounted.destroy())

export const openPreferences = async (
  options: FakeOptions = {},
  before: (consent: ReturnType<typeof fakeConsent>) => void = () => {},
) => {
  const consent = fakeConsent({ lang: 'en', ...options })
  before(consent)
  const contact = { email: 'privacy@example.test' }
  mounted.destroy = mountBanner(consent, { reopen: 'none', contact }).destroy
  consent.set({ ui: 'preferences' })
  await consent.drawn
  return consent
}
