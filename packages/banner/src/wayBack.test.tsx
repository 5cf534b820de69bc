import { within } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import './testing/noLayout.js'
import { mountBanner } from './eager.js'
import { fakeConsent } from './testing/fakeConsent.js'

// The interface is a child of <html>, not of the body.
const screen = within(document.documentElement)

let unmount = () => {}
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  unmount()
  document.body.replaceChildren()
  vi.useRealTimers()
})

const linkToPreferences = () => {
  const link = document.createElement('a')
  link.dataset.consentGate = 'preferences'
  document.body.append(link)
}

const moment = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const settled = () => moment(1300)
const button = () => document.querySelector<HTMLElement>('[data-role=reopen]')

/** How often the page changes by itself meanwhile. */
const changesIn = async (ms: number) => {
  let changes = 0
  const observer = new MutationObserver(() => {
    changes++
  })
  observer.observe(document, { childList: true, subtree: true })
  await moment(ms)
  observer.disconnect()
  return changes
}

describe('P13 the way back', () => {
  it('is a small button on a page that has none, and opens the preferences', async () => {
    const consent = fakeConsent({ lang: 'ko' })
    unmount = mountBanner(consent).destroy
    await settled()
    await userEvent.setup({ advanceTimers: moment }).click(screen.getByRole('button', { name: '쿠키 설정' }))
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

  it('P18 waits for a page that is still loading, and takes a link that it has lost for none', async () => {
    linkToPreferences()
    let state = 'loading'
    Object.defineProperty(document, 'readyState', { configurable: true, get: () => state })
    try {
      unmount = mountBanner(fakeConsent()).destroy
      document.body.replaceChildren()
      await settled()
      expect(button()).toBeNull()
      linkToPreferences()
      state = 'complete'
      await settled()
      expect(button()).toBeNull()
      document.body.replaceChildren()
      await settled()
      expect(button()).not.toBeNull()
    } finally {
      Reflect.deleteProperty(document, 'readyState')
    }
  })

  it('P18 is missed once, however often the page changes', async () => {
    const consent = fakeConsent()
    unmount = mountBanner(consent, { reopen: 'none' }).destroy
    for (let change = 0; change < 3; change++) {
      document.body.append('changed')
      await moment(100)
    }
    await settled()
    document.body.append('changed')
    await settled()
    expect(consent.issues).toEqual(['CG603'])
  })

  it('P15 is missed by nobody after destroy()', async () => {
    const consent = fakeConsent()
    mountBanner(consent, { reopen: 'none' }).destroy()
    await settled()
    expect(consent.issues).toEqual([])

    linkToPreferences()
    const { destroy } = mountBanner(consent, { reopen: 'none' })
    await settled()
    destroy()
    document.body.replaceChildren()
    await settled()
    expect(consent.issues).toEqual([])
  })

  it('P15 leaves nothing behind, whatever happens after destroy()', async () => {
    const sheets = document.adoptedStyleSheets.length
    const consent = fakeConsent()
    const { destroy } = mountBanner(consent)
    await settled()
    expect(button()).not.toBeNull()
    destroy()
    expect(button()).toBeNull()
    expect(document.adoptedStyleSheets).toHaveLength(sheets)
    for (const happen of [
      () => consent.set({ answered: true }),
      () => consent.setLanguage('ko'),
      () => document.body.append('changed'),
      () => window.dispatchEvent(new Event('resize')),
    ]) {
      happen()
      await moment(600)
      expect([button(), `${happen}`]).toEqual([null, `${happen}`])
    }
  })

  it('P15 leaves nothing behind where it was drawn while another look was due', async () => {
    const consent = fakeConsent()
    const { destroy } = mountBanner(consent)
    await settled()
    document.body.append('changed')
    await moment(100)
    consent.setLanguage('ko')
    destroy()
    await moment(600)
    expect(button()).toBeNull()
  })

  it('comes back when the site takes its own away, and rests while nothing changes', async () => {
    unmount = mountBanner(fakeConsent()).destroy
    await settled()
    for (const _ of [1, 2]) {
      linkToPreferences()
      await vi.waitFor(() => expect(button()).toBeNull())
      document.body.replaceChildren()
      await vi.waitFor(() => expect(button()).not.toBeNull())
    }
    await moment(600)
    expect(await changesIn(700)).toBe(0)
  })

  it('takes the place of a copy of it that came with a copy of the body', async () => {
    unmount = mountBanner(fakeConsent({ lang: 'en' })).destroy
    await settled()
    const copy = button()?.cloneNode(true) as Element
    document.body.append(copy)
    await vi.waitFor(() => expect(copy.isConnected).toBe(false))
    expect(button()).not.toBeNull()
  })

  it('speaks the language of now, and the words of the site', async () => {
    const consent = fakeConsent({ lang: 'en' })
    unmount = mountBanner(consent).destroy
    await settled()
    expect([button()?.textContent, button()?.lang]).toEqual(['Cookie settings', 'en'])
    consent.setLanguage('ko')
    expect([button()?.textContent, button()?.lang]).toEqual(['쿠키 설정', 'ko'])
    unmount()
    unmount = mountBanner(consent, { texts: { reopen: 'My choice' } }).destroy
    await settled()
    expect(button()?.textContent).toBe('My choice')
  })

  it('comes where something took the notice away, as an extension does, and leaves for the next one', async () => {
    const consent = fakeConsent()
    unmount = mountBanner(consent).destroy
    consent.set({ ui: 'notice' })
    await settled()
    expect(button()).toBeNull()
    document.querySelector('#consent-gate')?.remove()
    // It comes back once.
    await vi.waitFor(() => expect(document.querySelector('#consent-gate')).not.toBeNull())
    expect(button()).toBeNull()
    document.querySelector('#consent-gate')?.remove()
    await vi.waitFor(() => expect(button()).not.toBeNull())
    button()?.click()
    consent.set({ ui: 'preferences' })
    await moment(600)
    consent.set({ ui: 'notice' })
    await vi.waitFor(() => expect(button()).toBeNull())
  })

  describe('where the page has something in every corner', () => {
    const { elementsFromPoint } = document
    const chat = document.createElement('button')
    let covered = true
    beforeEach(() => {
      document.elementsFromPoint = () => (covered ? [chat] : [])
    })
    afterEach(() => {
      document.elementsFromPoint = elementsFromPoint
    })
    const corner = () => button()?.dataset.corner

    it('stands at the end of the page, not before it has lost the focus, and rests there', async () => {
      covered = false
      unmount = mountBanner(fakeConsent()).destroy
      await settled()
      expect(corner()).toBe('bottom-start')
      button()?.focus()
      covered = true
      document.body.append('changed')
      await vi.waitFor(() => expect(corner()).toBe('end'))
      expect(document.activeElement).toBe(button())
      expect(button()?.parentNode).toBe(document.documentElement)
      button()?.blur()
      document.body.append('changed')
      await vi.waitFor(() => expect(button()?.parentNode).toBe(document.body))
      await moment(600)
      expect(await changesIn(700)).toBe(0)
    })

    it('looks for a corner anew when it comes back, after what has closed is gone', async () => {
      covered = true
      const consent = fakeConsent()
      unmount = mountBanner(consent).destroy
      await settled()
      expect(corner()).toBe('end')
      consent.set({ ui: 'notice' })
      await vi.waitFor(() => expect(button()).toBeNull())
      consent.set({ ui: 'none' })
      // The notice is still there at that moment.
      expect(button()).toBeNull()
      covered = false
      await vi.waitFor(() => expect(corner()).toBe('bottom-start'))
      expect(button()?.parentNode).toBe(document.documentElement)
    })
  })
})
