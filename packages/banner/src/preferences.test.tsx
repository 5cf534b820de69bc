import { waitFor, within } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import './testing/closesLater.js'
import './testing/noLayout.js'
import { mountBanner } from './eager.js'
import { eagerChunks } from './eagerChunks.js'
import { mount } from './mount.js'
import { type FakeOptions, fakeConsent } from './testing/fakeConsent.js'

// The interface is a child of <html>, not of the body.
const screen = within(document.documentElement)

let unmount = () => {}
afterEach(() => unmount())

const dialog = () => document.querySelector('dialog') as HTMLDialogElement
const role = (name: string) => dialog().querySelector(`[data-role=${name}]`) as HTMLElement
const theSwitch = () => screen.getByRole('switch', { name: 'Visit statistics' })
const on = (element: Element) => element.getAttribute('aria-checked')

const open = async (
  options: FakeOptions = {},
  before: (consent: ReturnType<typeof fakeConsent>) => void = () => {},
) => {
  const consent = fakeConsent({ lang: 'en', ...options })
  before(consent)
  unmount = mountBanner(consent, { reopen: 'none', contact: { email: 'privacy@example.test' } }).destroy
  consent.set({ ui: 'preferences' })
  await consent.drawn
  return consent
}

describe('the preferences', () => {
  it('P13 are a modal dialog named by its heading, which takes the focus', async () => {
    await open()
    expect(dialog().open).toBe(true)
    const heading = screen.getByRole('heading', { name: 'Cookie settings' })
    expect(dialog().getAttribute('aria-labelledby')).toBe(heading.id)
    expect(document.activeElement).toBe(heading)
  })

  it('tick nothing that was not granted', async () => {
    await open()
    expect(screen.getAllByRole('switch').map(on)).toEqual(['false'])
  })

  it('show what is granted', async () => {
    await open({}, (consent) => consent.acceptAll())
    expect(on(theSwitch())).toBe('true')
  })

  it('list the necessary cookies without a switch', async () => {
    await open()
    const row = screen.getByRole('heading', { name: 'Necessary' }).closest('section')
    expect(row?.querySelector('[role=switch]')).toBeNull()
    expect([...(row?.querySelectorAll('code') ?? [])].map((code) => code.textContent)).toEqual([
      'consent_gate',
      'consent_gate*',
      'sid',
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
      await open({ settings: { services, units: services, necessary: [] } })
      const found = [...dialog().querySelectorAll<HTMLElement>('[data-presence]')]
      expect(found.map(({ dataset }) => dataset.presence)).toEqual(['present', 'absent'])
    } finally {
      localStorage.clear()
    }
  })

  it('tell purpose, recipient, country, items, period and cookies of Google Analytics', async () => {
    await open()
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
    await open()
    expect(dialog().textContent).not.toMatch(/14 months|at most/)
  })

  it('P17 speak of no log-in on a site that has none', async () => {
    await open({ settings: { session: null, necessary: [{ name: 'consent_gate' }] } })
    const row = screen.getByRole('heading', { name: 'Necessary' }).closest('section')
    expect(row?.textContent).not.toMatch(/log/i)
  })

  it('hold a draft that is only a draft: closing changes nothing', async () => {
    const consent = await open()
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
    const consent = await open()
    await userEvent.click(theSwitch())
    dialog().close()
    await waitFor(() => expect(consent.calls).toEqual([['hide']]))
    expect(document.querySelector('dialog')).toBeNull()
    consent.set({ ui: 'preferences' })
    expect(dialog().open).toBe(true)
    expect(on(theSwitch())).toBe('false')
  })

  it('P15 say nothing more to the consent when they are destroyed while open', async () => {
    const consent = await open()
    const { calls } = consent
    unmount()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(calls).toEqual([])
  })

  it('save every unit as it is shown', async () => {
    const consent = await open()
    await userEvent.click(theSwitch())
    await userEvent.click(role('save'))
    expect(consent.calls).toEqual([['save', { 'google-analytics': true }, 'preferences']])
    expect(document.querySelector('dialog')).toBeNull()
  })

  it.each([
    ['accept', true],
    ['reject', false],
  ])('%s all at once', async (name, answer) => {
    const consent = await open()
    await userEvent.click(role(name))
    expect(consent.calls).toEqual([['save', { 'google-analytics': answer }, 'preferences']])
  })

  it('lead back to the notice they were opened from, and to its button', async () => {
    const consent = fakeConsent({ lang: 'en' })
    unmount = mountBanner(consent, { reopen: 'none' }).destroy
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
    unmount = mountBanner(consent, { reopen: 'none' }).destroy
    consent.set({ ui: 'notice' })
    await consent.drawn
    consent.set({ ui: 'preferences' })
    await consent.drawn
    consent.set({ pending: [], answered: true, reason: 'choice' })
    await userEvent.click(role('close'))
    expect(consent.get().ui).toBe('none')
  })

  it('P17 stay open to tell what was deleted', async () => {
    await open({}, (consent) => consent.acceptAll())
    await userEvent.click(role('reject'))
    const told = dialog().querySelector('.foot [role=status]')
    expect(told?.textContent).toContain('What you turned off sends nothing')
    expect(told?.textContent).toContain('_ga_ABC123')
  })

  it('P17 claim nothing about a service that runs on when another is turned off', async () => {
    const units = ['google-analytics', 'heatmap'].map((id) => ({ id, category: 'analytics' }))
    await open({ settings: { services: units, units } }, (consent) => consent.acceptAll())
    await userEvent.click(screen.getByRole('switch', { name: 'heatmap' }))
    await userEvent.click(role('save'))
    const told = dialog().querySelector('.foot [role=status]')?.textContent
    expect(told).toMatch(/^What you turned off sends nothing from this page any more/)
    expect(on(screen.getByRole('switch', { name: 'Google Analytics' }))).toBe('true')
  })

  it('P8 say that a yes could not be stored, and show it as off', async () => {
    await open({ stores: false })
    await userEvent.click(role('accept'))
    expect(dialog().querySelector('.foot [role=status]')?.textContent).toContain('did not let us store')
    expect(on(theSwitch())).toBe('false')
  })

  const GRANTED = { necessary: 'granted', analytics: 'granted', 'google-analytics': 'granted' } as const
  const told = () => dialog().querySelector('.foot [role=status]')?.textContent

  it('P8 P17 say of a withdrawal that could not be stored both: that, and what was deleted', async () => {
    await open({ stores: false, snapshot: { state: GRANTED } })
    await userEvent.click(role('reject'))
    expect(told()).toContain('did not let us store')
    expect(told()).toContain('_ga_ABC123')
  })

  it('P8 say that processing was stopped and that could not be stored', async () => {
    const consent = await open({ stores: false })
    consent.withdraw(undefined, 'preferences')
    expect(told()).toContain('did not let us store')
  })

  it('P17 take an outcome back when another tab turned it on again', async () => {
    const consent = await open({}, (fake) => fake.acceptAll())
    await userEvent.click(role('reject'))
    expect(told()).toContain('_ga_ABC123')
    consent.set({ state: GRANTED })
    expect(told()).toBe('')
  })

  it('P17 tell the outcome in the language of now', async () => {
    const consent = await open({}, (fake) => fake.acceptAll())
    await userEvent.click(role('reject'))
    consent.setLanguage('ko')
    await waitFor(() => expect(told()).toContain('삭제한 쿠키'))
    expect(told()).not.toContain('Deleted')
  })

  it('follow an answer from another tab, but for what was touched', async () => {
    const consent = await open()
    consent.set({ state: { ...consent.get().state, analytics: 'granted', 'google-analytics': 'granted' } })
    expect(on(theSwitch())).toBe('true')
  })

  it('give each service of a category its own switch', async () => {
    await open({
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
    await open()
    expect(dialog().querySelector('a[href="mailto:privacy@example.test"]')).not.toBeNull()
  })
})

describe('my data', () => {
  const openMyData = async (options: FakeOptions = {}) => {
    const consent = await open(options, (fake) => fake.rejectAll())
    const details = dialog().querySelector('.my') as HTMLDetailsElement
    details.open = true
    details.dispatchEvent(new Event('toggle'))
    await screen.findByRole('button', { name: 'Erase everything' })
    return consent
  }

  it('P16 shows the record, the time and the policy version it was given under', async () => {
    await openMyData()
    const text = dialog().querySelector('[data-part]')?.textContent
    expect(text).toContain('r4nd0m-1d')
    expect(text).toContain('November 24, 2026')
    expect(text).toContain('2026-03-01')
  })

  it('P16 names what was answered as the site does, and as its rows are called; an id only where nothing is left', async () => {
    const consent = await openMyData({
      settings: {
        categories: [
          { id: 'analytics', consentTypes: [] },
          { id: 'media', label: 'Embedded media', consentTypes: [] },
        ],
        services: [{ id: 'maps', category: 'media', name: 'Example Maps' }],
      },
    })
    const record = consent.get().record as NonNullable<ReturnType<typeof consent.get>['record']>
    const choices = { maps: 'granted', analytics: 'denied', media: 'granted', gone: 'denied' } as const
    consent.set({ record: { ...record, choices } })
    const [answer, , history] = [...dialog().querySelectorAll('[data-part] dd')].map(({ textContent }) =>
      textContent?.replace(/[\u2066-\u2069]/g, ''),
    )
    expect(answer).toMatch(/: Example Maps On, Visit statistics Off, Embedded media On, gone Off$/)
    expect(history).toMatch(/: Google Analytics Off$/)
  })

  it('P16 erases after a question, and can be cancelled', async () => {
    const consent = await openMyData()
    await userEvent.click(screen.getByRole('button', { name: 'Erase everything' }))
    expect(consent.calls.map(([name]) => name)).not.toContain('erase')
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await userEvent.click(screen.getByRole('button', { name: 'Erase everything' }))
    await userEvent.click(screen.getByRole('button', { name: 'Erase' }))
    expect(consent.calls.map(([name]) => name)).toContain('erase')
    expect(dialog().querySelector('[data-part]')?.textContent).toContain('Your log-in stays')
  })
})

describe('my data, to the last of it', () => {
  const openMyData = async (options: FakeOptions = {}) => {
    const consent = await open(options)
    const details = dialog().querySelector('.my') as HTMLDetailsElement
    details.open = true
    details.dispatchEvent(new Event('toggle'))
    await screen.findByRole('button', { name: 'Erase everything' })
    return consent
  }
  const part = () => dialog().querySelector('[data-part]')
  const told = () => part()?.querySelector('[role=status]')?.textContent?.trim()
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

  it('P16 shows receipts that wait, the last activity and what only the server sees', async () => {
    await openMyData({ data: { receipts: [{}, {}], lastActivity: Date.UTC(2026, 4, 5, 12) } })
    const rows = [...(part()?.querySelectorAll('dl > div') ?? [])].map(({ textContent }) => textContent)
    expect(rows).toContain('Cookies only the server can seesid')
    expect(rows).toContain('Proofs of your choice waiting to be sent2')
    expect(rows.find((row) => row?.startsWith('Last activity'))).toContain('May 5, 2026')
  })

  it('P16 shows those rows only where there is something', async () => {
    await openMyData({ data: { unreadable: [] } })
    expect(part()?.textContent).not.toMatch(/only the server can seesid|Proofs|Last activity/)
  })

  it('P13 the focus goes to Cancel with the question, and back to where it came from with the answer', async () => {
    await openMyData()
    const focused = () => document.activeElement?.textContent
    await press('Erase everything')
    expect(focused()).toBe('Cancel')
    await press('Cancel')
    expect(focused()).toBe('Erase everything')
    await press('Erase everything')
    await press('Erase')
    expect(focused()).toBe('Erase everything')
  })

  it.each([
    ['says that a log-in stays', {}, /^Your choice and its history are erased. Your log-in stays as it is.$/],
    [
      'no log-in, no word of it',
      { settings: { session: null } },
      /^Your choice and its history are erased.$/,
    ],
  ])('P17 %s', async (_, options, words) => {
    await openMyData(options)
    await press('Erase everything')
    expect(/log-in/.test(told() ?? '')).toBe(!('settings' in options))
    await press('Erase')
    expect(told()).toMatch(words)
  })

  it('P17 promises no question that Global Privacy Control answers instead', async () => {
    await openMyData()
    await press('Erase everything')
    expect(told()).toContain('We may have to ask you again')
  })

  it('P17 no longer says "erased" once another tab has answered', async () => {
    const consent = await openMyData()
    await press('Erase everything')
    await press('Erase')
    expect(told()).toContain('are erased')
    consent.set({ answered: true, pending: [], persisted: true, reason: 'choice' })
    expect(told()).toBe('')
  })

  it('P17 says so, once, where "stop processing" could not be stored', async () => {
    await openMyData({ stores: false })
    await press('Stop processing')
    expect(dialog().textContent?.match(/did not let us store your choice/g)).toHaveLength(1)
  })
})

describe('what the preferences say about blocking cookies in the browser', () => {
  const begin = async (refusal = eagerChunks.refusal) => {
    const consent = fakeConsent({ lang: 'en' })
    unmount = mount(consent, { reopen: 'none' }, { ...eagerChunks, refusal }).destroy
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
