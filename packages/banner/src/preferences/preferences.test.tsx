import { waitFor } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { mountBanner } from '../eager.js'
import { countTasks } from '../testing/countTasks.js'
import { fakeConsent } from '../testing/fakeConsent.js'
import { dialog, mounted, on, openPreferences, role, screen, theSwitch } from '../testing/openPreferences.js'

/** Without the marks that keep texts apart. */
const plain = (text: string | null | undefined) => text?.replace(/[\u2068\u2069]/g, '')

describe('the preferences', () => {
  it('P13 are a modal dialog named by its heading, which takes the focus', async () => {
    await openPreferences()
    expect(dialog().open).toBe(true)
    const heading = screen.getByRole('heading', { name: 'Cookie settings' })
    expect(dialog().getAttribute('aria-labelledby')).toBe(heading.id)
    expect(document.activeElement).toBe(heading)
  })

  it('P14 are drawn in one task and laid out in the next, the first time', async () => {
    const task = countTasks()
    const did = { draw: 0, show: 0 }
    const { createTextNode } = document
    const { showModal } = HTMLDialogElement.prototype
    vi.spyOn(document, 'createTextNode').mockImplementation((text) => {
      did.draw = task()
      return createTextNode.call(document, text)
    })
    vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(function (this: HTMLDialogElement) {
      did.show = task()
      showModal.call(this)
    })
    await openPreferences()
    vi.restoreAllMocks()
    expect(screen.getByRole('heading', { name: 'Cookie settings' }).isConnected).toBe(true)
    expect(did).toEqual({ draw: 0, show: 1 })
  })

  it('have no question behind them where no notice was up', async () => {
    await openPreferences()
    expect(dialog().open).toBe(true)
    expect(document.querySelector('#consent-gate > .card')?.childElementCount).toBe(0)
  })

  it('tick nothing that was not granted', async () => {
    await openPreferences()
    expect(screen.getAllByRole('switch').map(on)).toEqual(['false'])
  })

  it('show what is granted', async () => {
    await openPreferences({}, (consent) => consent.acceptAll())
    expect(on(theSwitch())).toBe('true')
  })

  it('P17 list the necessary cookies without a switch, with what is known of each', async () => {
    await openPreferences()
    const row = screen.getByRole('heading', { name: 'Necessary' }).closest('section')
    expect(row?.querySelector('[role=switch]')).toBeNull()
    const said = [...(row?.querySelectorAll('.cookies li') ?? [])].map((item) => plain(item.textContent))
    expect(said).toEqual([
      'consent_gate Not in your browserRemembers your choice about cookies · 180-day lifetime',
      // What it stands for is in more than one place, and the record has a line of its own.
      expect.stringMatching(/^consent_gate\* Keeps .* · up to 3 months$/),
      expect.stringMatching(/^sid /),
    ])
  })

  it('P17 show which storage keys are there now', async () => {
    const services = [
      {
        id: 'videos',
        category: 'analytics',
        name: 'Videos',
        cookies: [{ name: 'vid_*' }, { name: 'volume' }],
      },
    ]
    localStorage.setItem('vid_1', '')
    try {
      await openPreferences({ settings: { services, units: services, necessary: [] } })
      const found = [...dialog().querySelectorAll<HTMLElement>('[data-presence]')]
      expect(found.map(({ dataset }) => dataset.presence)).toEqual(['present', 'absent'])
    } finally {
      localStorage.clear()
    }
  })

  it('tell purpose, recipient, country, items, period and cookies of Google Analytics', async () => {
    await openPreferences()
    const row = screen.getByRole('heading', { name: 'Visit statistics' }).closest('section')
    for (const text of [
      'Google LLC',
      'United States',
      'IP address',
      'period set in Google Analytics',
      '_ga_*',
      'up to 13 months',
    ]) {
      expect(row?.textContent).toContain(text)
    }
  })

  it('P17 name no longest period of Google Analytics, which depends on the property', async () => {
    await openPreferences()
    expect(dialog().textContent).not.toMatch(/14 months|at most/)
  })

  it('P17 speak of no log-in on a site that has none', async () => {
    await openPreferences({ settings: { session: null, necessary: [{ name: 'consent_gate' }] } })
    const row = screen.getByRole('heading', { name: 'Necessary' }).closest('section')
    expect(row?.textContent).not.toMatch(/log/i)
  })

  it('hold a draft that is only a draft: closing changes nothing', async () => {
    const consent = await openPreferences()
    await userEvent.click(theSwitch())
    expect(on(theSwitch())).toBe('true')
    await userEvent.click(role('close'))
    expect(consent.get().state.analytics).toBe('denied')
    expect(consent.calls).toEqual([['hide']])
    consent.set({ ui: 'preferences' })
    await waitFor(() => expect(on(theSwitch())).toBe('false'))
  })

  // Escape is the browser's own in tests/banner/keyboard.test.ts: what reaches us of it is that the dialog is closed.
  it('P13 take being closed, by Escape or by the page, as leaving, never as a yes', async () => {
    const consent = await openPreferences()
    await userEvent.click(theSwitch())
    dialog().close()
    await waitFor(() => expect(consent.calls).toEqual([['hide']]))
    expect(document.querySelector('dialog')).toBeNull()
    consent.set({ ui: 'preferences' })
    expect(dialog().open).toBe(true)
    expect(on(theSwitch())).toBe('false')
  })

  it('P15 say nothing more to the consent when they are destroyed while open', async () => {
    const consent = await openPreferences()
    const { calls } = consent
    mounted.destroy()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(calls).toEqual([])
  })

  it('save every unit as it is shown', async () => {
    const consent = await openPreferences()
    await userEvent.click(theSwitch())
    await userEvent.click(role('save'))
    expect(consent.calls).toEqual([['save', { 'google-analytics': true }, 'preferences']])
    expect(document.querySelector('dialog')).toBeNull()
  })

  it.each([
    ['accept', true],
    ['reject', false],
  ])('%s all at once', async (name, answer) => {
    const consent = await openPreferences()
    await userEvent.click(role(name))
    expect(consent.calls).toEqual([['save', { 'google-analytics': answer }, 'preferences']])
  })

  it('lead back to the notice they were opened from, and to its button', async () => {
    const consent = fakeConsent({ lang: 'en' })
    mounted.destroy = mountBanner(consent, { reopen: 'none' }).destroy
    consent.set({ ui: 'notice' })
    await consent.drawn
    const opener = document.querySelector('#consent-gate .card [data-role=preferences]') as HTMLElement
    await userEvent.click(opener)
    await screen.findByRole('heading', { name: 'Cookie settings' })
    await userEvent.click(role('close'))
    expect(consent.get().ui).toBe('notice')
    expect(opener.isConnected).toBe(true)
  })

  it('P7 do not lead back to a question that another tab answered meanwhile', async () => {
    const consent = fakeConsent({ lang: 'en' })
    mounted.destroy = mountBanner(consent, { reopen: 'none' }).destroy
    consent.set({ ui: 'notice' })
    await consent.drawn
    consent.set({ ui: 'preferences' })
    await consent.drawn
    consent.set({ pending: [], answered: true, reason: 'choice' })
    await userEvent.click(role('close'))
    expect(consent.get().ui).toBe('none')
  })

  it('P13 leave the focus where it is when something changes', async () => {
    const consent = await openPreferences()
    theSwitch().focus()
    consent.set({ services: { 'google-analytics': 'idle' } })
    expect(document.activeElement).toBe(theSwitch())
  })

  it('P13 stay where they are opened again before the browser tells that they had closed', async () => {
    const consent = await openPreferences()
    consent.set({ ui: 'none' })
    consent.set({ ui: 'preferences' })
    await consent.drawn
    expect(dialog().open).toBe(true)
    expect(consent.calls).toEqual([])
  })

  it('follow an answer from another tab, but for what was touched', async () => {
    const consent = await openPreferences()
    consent.set({ state: { ...consent.get().state, analytics: 'granted', 'google-analytics': 'granted' } })
    expect(on(theSwitch())).toBe('true')
  })

  it('give each service of a category its own switch', async () => {
    await openPreferences({
      settings: {
        categories: [{ id: 'media', label: 'Media', consentTypes: [] }],
        services: [
          { id: 'videos', category: 'media', name: 'Videos' },
          { id: 'maps', category: 'media', name: 'Maps' },
        ],
        units: [
          { id: 'videos', category: 'media' },
          { id: 'maps', category: 'media' },
        ],
      },
    })
    await userEvent.click(screen.getByRole('switch', { name: 'Videos' }))
    expect(screen.getAllByRole('switch').map(on)).toEqual(['false', 'true', 'false'])
    await userEvent.click(screen.getByRole('switch', { name: 'Media' }))
    expect(screen.getAllByRole('switch').map(on)).toEqual(['true', 'true', 'true'])
  })

  it('offer a contact', async () => {
    await openPreferences()
    expect(dialog().querySelector('a[href="mailto:privacy@example.test"]')).not.toBeNull()
    expect(plain(dialog().querySelector('.contact')?.textContent)).toBe(
      'Questions about privacy: privacy@example.test',
    )
  })
})
