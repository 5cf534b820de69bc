import { waitFor, within } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'
import { eagerChunks } from '../eagerChunks.js'
import { mount } from '../mount.js'
import { fakeConsent } from '../testing/fakeConsent.js'
import { mounted, screen } from '../testing/openPreferences.js'

describe('what the preferences say about blocking cookies in the browser', () => {
  const begin = async (refusal = eagerChunks.refusal) => {
    const consent = fakeConsent({ lang: 'en' })
    mounted.destroy = mount(consent, { reopen: 'none' }, { ...eagerChunks, refusal }).destroy
    consent.set({ ui: 'preferences' })
    await consent.drawn
    return consent
  }
  const toggle = (open: boolean) => {
    const details = screen.getByText('If you block cookies in your browser').parentElement
    Object.assign(details as HTMLDetailsElement, { open }).dispatchEvent(new Event('toggle'))
    return within(details as HTMLElement)
  }

  it("ends in the browsers' own pages, which are fetched when it is opened", async () => {
    let fetched = 0
    const consent = await begin(() => {
      fetched++
      return eagerChunks.refusal('en')
    })
    expect(fetched).toBe(0)
    const help = toggle(true)
    expect(help.getByText(/two different things/)).toBeTruthy()
    const link = await help.findByRole('link', { name: 'Naver Whale' })
    expect(link.getAttribute('href')).toContain('/en/')
    consent.setLanguage('ko')
    await waitFor(() => expect(help.getByRole('link', { name: '네이버 웨일' })).toBeTruthy())
    expect(fetched).toBe(1)
  })

  it('P15 is not fetched where the browser tells of the opening after the dialog has closed', async () => {
    let fetched = 0
    const consent = await begin(() => {
      fetched++
      return eagerChunks.refusal('en')
    })
    const details = screen.getByText('If you block cookies in your browser').parentElement
    consent.set({ ui: 'none' })
    details?.dispatchEvent(new Event('toggle'))
    await consent.drawn
    expect(fetched).toBe(0)
  })

  it('is reported where the pages do not arrive, and fetched anew when it is opened again', async () => {
    let online = false
    const consent = await begin(() =>
      online ? eagerChunks.refusal('en') : Promise.reject(new Error('offline')),
    )
    toggle(true)
    await waitFor(() => expect(consent.issues).toEqual(['CG601']))
    online = true
    toggle(false)
    await toggle(true).findByRole('link', { name: 'Chrome' })
  })
})
