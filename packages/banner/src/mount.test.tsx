import { afterEach, describe, expect, it } from 'vitest'
import './testing/noLayout.js'
import { mountBanner } from './eager.js'
import { fakeConsent } from './testing/fakeConsent.js'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  document.body.replaceChildren()
})

const asking = () => fakeConsent({ lang: 'en', snapshot: { ui: 'notice' } })

const mount: typeof mountBanner = (consent, options) => {
  const banner = mountBanner(consent, options)
  stops.push(banner.destroy)
  return banner
}

const notices = () => document.querySelectorAll('#consent-gate [data-role=accept]').length

describe('a mounted interface', () => {
  it('P15 goes with its consent, and no button is left that could not answer', async () => {
    const consent = asking()
    mount(consent)
    await consent.drawn
    expect(notices()).toBe(1)
    consent.destroy()
    expect(document.getElementById('consent-gate')).toBeNull()
    expect(consent.calls).toEqual([['destroy']])
  })

  it('P15 gives `consent.destroy` back as it was, unless somebody wrapped it since', () => {
    const consent = asking()
    const { destroy } = consent
    const first = mount(consent)
    expect(consent.destroy).not.toBe(destroy)
    first.destroy()
    expect(consent.destroy).toBe(destroy)

    const second = mount(consent)
    const inner = consent.destroy
    const wrapped = () => inner()
    consent.destroy = wrapped
    second.destroy()
    expect(consent.destroy).toBe(wrapped)
    consent.destroy()
    expect(consent.calls).toEqual([['destroy']])
  })
})
