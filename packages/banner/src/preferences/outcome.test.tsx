import { waitFor } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { dialog, on, openPreferences, role, screen, theSwitch } from '../testing/openPreferences.js'

describe('the preferences', () => {
  const GRANTED = { necessary: 'granted', analytics: 'granted', 'google-analytics': 'granted' } as const
  const told = () => dialog().querySelector('.foot [role=status]')?.textContent

  it('P17 stay open to tell what was deleted', async () => {
    await openPreferences({}, (consent) => consent.acceptAll())
    await userEvent.click(role('reject'))
    expect(told()).toContain('What you turned off sends nothing')
    expect(told()).toContain('_ga_ABC123')
  })

  it('P17 claim nothing about a service that runs on when another is turned off', async () => {
    const units = ['google-analytics', 'heatmap'].map((id) => ({ id, category: 'analytics' }))
    await openPreferences({ settings: { services: units, units } }, (consent) => consent.acceptAll())
    await userEvent.click(screen.getByRole('switch', { name: 'heatmap' }))
    await userEvent.click(role('save'))
    expect(told()).toMatch(/^What you turned off sends nothing from this page any more/)
    expect(on(screen.getByRole('switch', { name: 'Google Analytics' }))).toBe('true')
  })

  it('P8 say that a yes could not be stored, and show it as off', async () => {
    await openPreferences({ stores: false })
    await userEvent.click(role('accept'))
    expect(told()).toContain('did not let us store')
    expect(on(theSwitch())).toBe('false')
  })

  it('P8 P17 say of a withdrawal that could not be stored both: that, and what was deleted', async () => {
    await openPreferences({ stores: false, snapshot: { state: GRANTED } })
    await userEvent.click(role('reject'))
    expect(told()).toContain('did not let us store')
    expect(told()).toContain('_ga_ABC123')
  })

  it('P8 say that processing was stopped and that could not be stored', async () => {
    const consent = await openPreferences({ stores: false })
    consent.withdraw(undefined, 'preferences')
    expect(told()).toContain('did not let us store')
  })

  it('P17 take an outcome back when another tab turned it on again', async () => {
    const consent = await openPreferences({}, (fake) => fake.acceptAll())
    await userEvent.click(role('reject'))
    expect(told()).toContain('_ga_ABC123')
    consent.set({ state: GRANTED })
    expect(told()).toBe('')
  })

  it('P17 tell the outcome in the language of now', async () => {
    const consent = await openPreferences({}, (fake) => fake.acceptAll())
    await userEvent.click(role('reject'))
    consent.setLanguage('ko')
    await waitFor(() => expect(told()).toContain('삭제한 쿠키'))
    expect(told()).not.toContain('Deleted')
  })
})
