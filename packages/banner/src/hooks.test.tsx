import { render, screen } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { h } from 'preact'
import { expect, it } from 'vitest'
import { useConsent } from './hooks.js'
import { fakeConsent } from './testing/fakeConsent.js'

it('an interface of a site is drawn from the snapshot, in the same task in which it changes', async () => {
  const consent = fakeConsent()
  const Own = () => {
    const { state, answered } = useConsent(consent)
    const on = state['google-analytics'] === 'granted'
    return (
      <button type="button" aria-pressed={on} onClick={() => consent.save({ 'google-analytics': !on })}>
        {answered ? 'Statistics' : 'Statistics?'}
      </button>
    )
  }
  const { unmount } = render(<Own />)
  const button = screen.getByRole('button', { name: 'Statistics?' })
  expect(button.getAttribute('aria-pressed')).toBe('false')
  await userEvent.click(button)
  expect(screen.getByRole('button', { name: 'Statistics' }).getAttribute('aria-pressed')).toBe('true')
  await userEvent.click(button)
  expect(button.getAttribute('aria-pressed')).toBe('false')
  unmount()
  consent.acceptAll()
})
