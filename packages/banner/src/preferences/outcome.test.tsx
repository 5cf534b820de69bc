import { waitFor } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { dialog, mounted, on, openPreferences, role, screen, theSwitch } from '../testing/openPreferences.js'

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

  it('P17 tell once what became of a choice: opened again they are as new', async () => {
    const consent = await openPreferences({}, (fake) => fake.acceptAll())
    await userEvent.click(role('reject'))
    const details = dialog().querySelector('details') as HTMLDetailsElement
    details.open = true
    const sheets = document.adoptedStyleSheets.length
    const first = dialog()
    await userEvent.click(role('close'))
    expect(first.open).toBe(false)
    consent.set({ ui: 'preferences' })
    expect(told()).toBe('')
    expect(dialog().querySelector('details[open]')).toBeNull()
    expect(document.adoptedStyleSheets).toHaveLength(sheets)
    mounted.destroy()
    expect(document.adoptedStyleSheets).toHaveLength(0)
  })

  it('P17 tell of a withdrawal by the code of the site while they are open', async () => {
    const consent = await openPreferences({}, (fake) => fake.acceptAll())
    consent.withdraw()
    expect(told()).toContain('_ga_ABC123')
  })

  it('P17 show the store after a choice that changed nothing in it', async () => {
    const consent = await openPreferences()
    consent.save = () => ({
      ok: false,
      reason: 'not-stored',
      snapshot: consent.get(),
      done: Promise.resolve({ deleted: [], left: [], unreadable: [] }),
    })
    await userEvent.click(theSwitch())
    await userEvent.click(role('save'))
    expect(on(theSwitch())).toBe('false')
  })

  it('P17 forget what was touched once it is saved, and follow the store again', async () => {
    const consent = await openPreferences({}, (fake) => fake.acceptAll())
    await userEvent.click(theSwitch())
    await userEvent.click(role('save'))
    expect(on(theSwitch())).toBe('false')
    consent.set({ state: GRANTED })
    expect(on(theSwitch())).toBe('true')
  })
})
