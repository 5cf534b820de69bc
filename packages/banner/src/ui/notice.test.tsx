import { waitFor, within } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../testing/closesLater.js'
import '../testing/noLayout.js'
import '../testing/reflectAria.js'
import { mountBanner } from '../eager.js'
import { type FakeOptions, fakeConsent, POLICIES } from '../testing/fakeConsent.js'

// The interface is a child of <html>, not of the body.
const screen = within(document.documentElement)

let unmount = () => {}

const open = async (options: FakeOptions & { readonly lang?: string } = {}) => {
  const consent = fakeConsent({ lang: 'en', ...options })
  unmount = mountBanner(consent, { reopen: 'none' }).destroy
  consent.set({ ui: 'notice' })
  await consent.drawn
  return consent
}

const root = () => document.getElementById('consent-gate')
const role = (name: string) => document.querySelector<HTMLElement>(`#consent-gate [data-role=${name}]`)

afterEach(() => unmount())

describe('the notice', () => {
  it('is a named region outside the body, so that a swapped body does not take it along', async () => {
    await open()
    expect(root()?.parentElement).toBe(document.documentElement)
    expect(root()?.getAttribute('role')).toBe('region')
    expect(root()?.getAttribute('aria-label')).toMatch(/cookie/i)
  })

  it.each([
    ['en', 'Accept', 'Reject', 'Settings', 'United States', ['third-party', '13 months', 'at any time']],
    ['ko', '동의', '거부', '설정', '미국', ['외부 서비스', '13개월', '언제든지']],
    ['ar', 'موافق', 'رفض', 'الإعدادات', 'الولايات المتحدة', ['طرف ثالث', '13 شهرًا', 'في أي وقت']],
  ])(
    'says in %s who, where to, for how long, and that the choice can change',
    async (lang, accept, reject, settings, country, words) => {
      await open({ lang })
      expect(role('accept')?.textContent).toBe(accept)
      expect(role('reject')?.textContent).toBe(reject)
      expect(role('preferences')?.textContent).toBe(settings)
      expect(root()?.textContent).toContain('Google Analytics')
      expect(root()?.textContent).toContain(country)
      for (const word of words) expect(root()?.textContent).toContain(word)
      expect(root()?.lang).toBe(lang)
      expect(root()?.dir).toBe(lang === 'ar' ? 'rtl' : 'ltr')
    },
  )

  it('P13 gives accept and refuse one look and the order accept, refuse, settings, and no way out without an answer', async () => {
    await open()
    const buttons = [...(root()?.querySelectorAll('button') ?? [])]
    expect(buttons.map((button) => button.dataset.role)).toEqual(['accept', 'reject', 'preferences'])
    expect(buttons[0]?.className).toBe(buttons[1]?.className)
    expect(root()?.querySelector('[aria-checked=true], :checked')).toBeNull()
  })

  it('links to the policy in force', async () => {
    await open()
    expect(root()?.querySelector('a')?.getAttribute('href')).toBe(POLICIES.current.url)
    expect(root()?.querySelector('a')?.textContent).toBe('Privacy policy')
  })

  it('has no link where the policy has no address', async () => {
    const { upcoming, previous } = fakeConsent().get().policy
    await open({ snapshot: { policy: { upcoming, previous, current: { ...POLICIES.current, url: '' } } } })
    expect(role('accept')).not.toBeNull()
    expect(root()?.querySelector('a')).toBeNull()
  })

  const ANALYTICS = { id: 'google-analytics', category: 'analytics', name: 'Google Analytics' }
  const VIDEOS = { id: 'videos', category: 'media', name: 'Example Video' }
  const MAPS = { id: 'maps', category: 'media' }

  it.each([
    [[ANALYTICS], [], true, ''],
    [[VIDEOS], [], false, 'Example Video'],
    [[{ ...VIDEOS, name: 'Video$& Inc' }], [], false, 'Video$& Inc'],
    [[ANALYTICS, VIDEOS, MAPS], [], true, 'Example Video, maps'],
    [[], [{ id: 'media', label: 'Embedded media' }], false, 'Embedded media'],
    [[ANALYTICS], [{ id: 'media' }], true, 'media'],
  ])(
    'says of Google Analytics where it sends to, and names what else is asked for: %j %j',
    async (services, named, google, others) => {
      await open({
        settings: {
          services,
          categories: named.map((category) => ({ consentTypes: [], ...category })),
          units: [
            ...services,
            ...named.map(({ id, ...more }) => ({
              id,
              category: id,
              name: 'label' in more ? more.label : undefined,
            })),
          ],
        },
        snapshot: { pending: [] },
      })
      const text = root()?.querySelector('p')?.textContent ?? ''
      expect(text.includes('Google stores what they collect in the United States')).toBe(google)
      expect(/If you accept, you let ([^.]*) use cookies/.exec(text)?.[1]).toBe(others || undefined)
      expect(text).toContain('None of this happens unless you accept')
    },
  )

  it('P17 claims nothing about what was allowed before and runs', async () => {
    await open({
      settings: { services: [ANALYTICS, VIDEOS], units: [ANALYTICS, VIDEOS] },
      snapshot: { pending: ['videos'], services: { 'google-analytics': 'running' } },
    })
    expect(root()?.textContent).not.toContain('Nothing is')
  })

  it('P10 asks for what is new alone', async () => {
    await open({
      settings: {
        services: [ANALYTICS, VIDEOS],
        units: [ANALYTICS, VIDEOS],
      },
      snapshot: { pending: ['videos'] },
    })
    expect(root()?.textContent).toContain('Example Video')
    expect(root()?.textContent).not.toContain('Google')
  })

  it.each([
    ['accept', true],
    ['reject', false],
  ])('answers for every service on %s, and is gone from the page', async (name, answer) => {
    const consent = await open()
    await userEvent.click(role(name) as HTMLElement)
    expect(consent.calls).toEqual([['save', { 'google-analytics': answer }, 'notice']])
    await waitFor(() => expect(root()).toBeNull())
  })

  it('asks again where the site shows it to who has answered', async () => {
    const consent = await open()
    await userEvent.click(role('reject') as HTMLElement)
    await waitFor(() => expect(root()).toBeNull())
    consent.set({ pending: [], answered: true })
    consent.showNotice()
    await consent.drawn
    await userEvent.click(role('accept') as HTMLElement)
    expect(consent.get().state.analytics).toBe('granted')
  })

  it('leaves the focus where it was', async () => {
    const field = document.body.appendChild(document.createElement('input'))
    field.focus()
    await open()
    expect(document.activeElement).toBe(field)
    field.remove()
  })

  it('P8 says that an answer could not be stored, and can be closed', async () => {
    const consent = await open({ stores: false })
    await userEvent.click(role('accept') as HTMLElement)
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toMatch(/did not let us store your choice/)
    expect(alert.closest('[aria-label]')).toBe(root())
    expect(role('accept')).toBeNull()
    await userEvent.click(role('close') as HTMLElement)
    expect(consent.get().ui).toBe('none')
  })

  it('P17 tells what became of a withdrawal that was made on it', async () => {
    const consent = await open()
    consent.acceptAll()
    consent.set({ ui: 'notice' })
    await userEvent.click(role('reject') as HTMLElement)
    await screen.findByText(/What you turned off sends nothing from this page any more/)
    await screen.findByText(/_ga_ABC123/)
    // It is answered: what is left to do is to close it.
    expect(role('accept')).toBeNull()
    // That the service has stopped is no news.
    consent.set({ services: { 'google-analytics': 'stopped' } })
    expect(screen.queryByText(/_ga_ABC123/)).not.toBeNull()
    await userEvent.click(role('close') as HTMLElement)
    expect(consent.get().ui).toBe('none')
    // And what it told is past.
    consent.set({ ui: 'notice' })
    await consent.drawn
    expect(screen.queryByText(/_ga_ABC123/)).toBeNull()
  })

  it('P17 tells an outcome also where the preferences were open before', async () => {
    const consent = await open()
    consent.acceptAll()
    consent.set({ ui: 'preferences' })
    await consent.drawn
    consent.set({ ui: 'notice' })
    consent.rejectAll()
    await screen.findByText(/_ga_ABC123/)
  })

  it('P17 tells, beside a question that is still open, an outcome without a close button of its own', async () => {
    const units = ['google-analytics', 'heatmap'].map((id) => ({ id, category: 'analytics' }))
    const consent = await open({ settings: { services: units, units } })
    const tell = (reason: 'unanswered' | 'not-stored') => {
      consent.set({ reason, answered: false })
      consent.tellWithdrawn({ deleted: ['_ga_ABC123'], left: [], unreadable: [] })
    }
    tell('unanswered')
    await screen.findByText(/_ga_ABC123/)
    expect([role('accept'), role('close')].map((button) => !!button)).toEqual([true, false])
    // A question that could not be answered stands back, and there has to be a way out.
    tell('not-stored')
    expect([role('accept'), role('close')].map((button) => !!button)).toEqual([false, true])
  })

  it('P17 stays where it is asked for again in the task that hid it', async () => {
    const consent = await open()
    consent.hide()
    consent.showNotice()
    await consent.drawn
    expect(root()?.isConnected).toBe(true)
  })

  it('P13 is not moved by what changes, or it would lose the focus', async () => {
    const consent = await open()
    const observer = new MutationObserver(() => {})
    observer.observe(document.documentElement, { childList: true })
    consent.set({ services: { 'google-analytics': 'idle' } })
    expect(observer.takeRecords()).toEqual([])
    observer.disconnect()
  })

  it('P8 P17 says of a withdrawal that could not be stored both: that, and what was deleted', async () => {
    await open({
      stores: false,
      snapshot: { state: { necessary: 'granted', analytics: 'granted', 'google-analytics': 'granted' } },
    })
    await userEvent.click(role('reject') as HTMLElement)
    await screen.findByText(/did not let us store/)
    await screen.findByText(/_ga_ABC123/)
  })

  it('P17 takes an outcome back when another tab turned it on again', async () => {
    const consent = await open()
    const { state } = consent.get()
    consent.set({ state: { ...state, 'google-analytics': 'granted' } })
    consent.set({ state })
    consent.tellWithdrawn({ deleted: ['_ga_ABC123'], left: [], unreadable: [] })
    await screen.findByText(/_ga_ABC123/)
    consent.set({ state: { ...state, 'google-analytics': 'granted' } })
    expect(screen.queryByText(/_ga_ABC123/)).toBeNull()
  })

  it('changes its language while it is up', async () => {
    const consent = await open()
    consent.setLanguage('ko-KR')
    await waitFor(() => expect(role('accept')?.textContent).toBe('동의'))
    consent.setLanguage('sw')
    await waitFor(() => expect(root()?.lang).toMatch(/^(ko|en|ar)$/))
    expect(role('accept')?.textContent).not.toBe('')
  })

  it('lets a site replace any text', async () => {
    const consent = fakeConsent({ lang: 'en', settings: { ui: { texts: { accept: 'Agree' } } } })
    unmount = mountBanner(consent, { reopen: 'none' }).destroy
    consent.set({ ui: 'notice' })
    await consent.drawn
    expect(role('accept')?.textContent).toBe('Agree')
    expect(role('reject')?.textContent).toBe('Reject')
  })

  it('leaves nothing behind', async () => {
    const own = new CSSStyleSheet()
    document.adoptedStyleSheets = [own]
    const added = vi.spyOn(document, 'addEventListener')
    const removed = vi.spyOn(document, 'removeEventListener')
    await open()
    expect(document.adoptedStyleSheets).toHaveLength(2)
    expect(document.adoptedStyleSheets).toContain(own)
    unmount()
    expect(root()).toBeNull()
    expect(document.adoptedStyleSheets).toEqual([own])
    expect(added.mock.calls.length).toBeGreaterThan(0)
    expect(removed.mock.calls).toEqual(added.mock.calls)
    vi.restoreAllMocks()
    document.adoptedStyleSheets = []
  })
})

describe('the advance notice of a policy', () => {
  const announce = async () => {
    const consent = fakeConsent({ lang: 'en' })
    consent.rejectAll()
    unmount = mountBanner(consent, { reopen: 'none' }).destroy
    const { policy } = consent.get()
    consent.set({
      ui: 'notice',
      policy: { ...policy, upcoming: { ...POLICIES.upcoming, summary: 'Periods.' } },
    })
    await consent.drawn
    return consent
  }

  it('P10 says what changes and from when, asks nothing, and is dismissed', async () => {
    const consent = await announce()
    // It stands in the region of the notice and is none of its own: what else its card tells has no title.
    const heading = await screen.findByRole('heading', { name: /privacy policy/i })
    const card = heading.closest('section') as HTMLElement
    expect(card.textContent).toContain('January 1, 2027')
    expect(card.textContent).toContain('Periods.')
    expect(within(card).getByRole('link').getAttribute('href')).toBe(POLICIES.upcoming.url)
    expect(role('accept')).toBeNull()
    await userEvent.click(role('close') as HTMLElement)
    expect(consent.calls.map(([name]) => name)).toContain('dismissNotice')
    expect(consent.get().ui).toBe('none')
  })

  it('P13 is no alert, and its card goes while the preferences are open', async () => {
    const consent = await announce()
    await screen.findByRole('heading', { name: /privacy policy/i })
    expect(screen.queryByRole('alert')).toBeNull()
    consent.set({ ui: 'preferences' })
    await consent.drawn
    expect(document.querySelector('#consent-gate section.card')).toBeNull()
  })

  it('P10 under a signal, where nothing was answered, it has its close button', async () => {
    const consent = await announce()
    consent.set({ reason: 'signal', answered: false, pending: ['google-analytics'] })
    await screen.findByRole('heading', { name: /privacy policy/i })
    expect([role('accept'), role('close')].map((button) => !!button)).toEqual([false, true])
  })

  it('P10 is not dismissed by who closes what could not be stored, which is told in its place', async () => {
    const consent = await announce()
    await screen.findByRole('heading', { name: /privacy policy/i })
    consent.set({ reason: 'not-stored', answered: false })
    expect((await screen.findByRole('alert')).textContent).toContain('did not let us store')
    expect(screen.queryByRole('heading', { name: /privacy policy/i })).toBeNull()
    await userEvent.click(role('close') as HTMLElement)
    expect(consent.calls.map(([name]) => name)).not.toContain('dismissNotice')
  })
})
