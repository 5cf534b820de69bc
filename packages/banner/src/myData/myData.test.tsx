import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { fakeConsent } from '../testing/fakeConsent.js'
import { dialog, openPreferences, screen } from '../testing/openPreferences.js'

describe('my data', () => {
  const openMyData = async (...given: Parameters<typeof openPreferences>) => {
    const consent = await openPreferences(...given)
    const details = dialog().querySelector('.my') as HTMLDetailsElement
    details.open = true
    details.dispatchEvent(new Event('toggle'))
    await screen.findByRole('button', { name: 'Erase everything' })
    return consent
  }
  const refused = (consent: ReturnType<typeof fakeConsent>) => consent.rejectAll()
  const part = () => dialog().querySelector('[data-part]')
  const told = () => part()?.querySelector('[role=status]')?.textContent?.trim()
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

  it('P16 shows the record, the time and the policy version it was given under', async () => {
    await openMyData({}, refused)
    const text = dialog().querySelector('[data-part]')?.textContent
    expect(text).toContain('r4nd0m-1d')
    expect(text).toContain('November 24, 2026')
    expect(text).toContain('2026-03-01')
  })

  it('P16 names what was answered as the site does, and as its rows are called; an id only where nothing is left', async () => {
    const consent = await openMyData(
      {
        settings: {
          categories: [
            { id: 'analytics', consentTypes: [] },
            { id: 'media', label: 'Embedded media', consentTypes: [] },
          ],
          services: [{ id: 'maps', category: 'media', name: 'Example Maps' }],
        },
      },
      refused,
    )
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
    const consent = await openMyData({}, refused)
    await userEvent.click(screen.getByRole('button', { name: 'Erase everything' }))
    expect(consent.calls.map(([name]) => name)).not.toContain('erase')
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await userEvent.click(screen.getByRole('button', { name: 'Erase everything' }))
    await userEvent.click(screen.getByRole('button', { name: 'Erase' }))
    expect(consent.calls.map(([name]) => name)).toContain('erase')
    expect(dialog().querySelector('[data-part]')?.textContent).toContain('Your log-in stays')
  })

  it('P16 shows receipts that wait, the last activity and what only the server sees', async () => {
    await openMyData({ data: { receipts: [{}, {}], lastActivity: Date.UTC(2026, 4, 5, 12) } })
    const rows = [...(part()?.querySelectorAll('dl > div') ?? [])].map(({ textContent }) => textContent)
    expect(rows).toContain('Cookies only the server can seesid')
    expect(rows).toContain('Proofs of your choice waiting to be sent2')
    expect(rows.find((row) => row?.startsWith('Last activity'))).toContain('May 5, 2026')
  })

  it.each([
    [true, 'Cookies only the server can seesid, FPID'],
    ['unknown' as const, 'Cookies only the server can seesid, FPID'],
    [false, 'Cookies only the server can seeFPID'],
  ])(
    'P17 a log-in cookie that is present: %s is listed as one that only the server sees, or not',
    async (present, row) => {
      await openMyData({ data: { unreadable: ['sid', 'FPID'], session: { cookie: 'sid', present } } })
      const rows = [...(part()?.querySelectorAll('dl > div') ?? [])].map(({ textContent }) => textContent)
      expect(rows).toContain(row)
    },
  )

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
    // That something else changed is no answer.
    consent.set({ services: { 'google-analytics': 'idle' } })
    expect(told()).toContain('are erased')
    consent.set({ answered: true, pending: [], persisted: true, reason: 'choice' })
    expect(told()).toBe('')
  })

  it('P17 does not say "erased" again after a second question that was cancelled', async () => {
    await openMyData()
    for (const name of ['Erase everything', 'Erase', 'Erase everything', 'Cancel']) await press(name)
    expect(told()).toBe('')
  })

  it('P17 says so, once, where "stop processing" could not be stored', async () => {
    await openMyData({ stores: false })
    await press('Stop processing')
    expect(dialog().textContent?.match(/did not let us store your choice/g)).toHaveLength(1)
  })
})
