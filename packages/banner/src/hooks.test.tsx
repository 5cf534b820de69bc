import type { Consent } from '@consent-gate/core'
import { render, screen, waitFor } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { render as draw, h } from 'preact'
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

/** Says whether statistics are allowed. */
const Allowed = ({ consent }: { consent: Consent }) => (
  <p>{useConsent(consent).state['google-analytics'] === 'granted' ? 'on' : 'off'}</p>
)

it('an answer given between the first drawing and what follows it is shown', async () => {
  const consent = fakeConsent()
  const place = document.createElement('div')
  draw(<Allowed consent={consent} />, place)
  consent.acceptAll()
  await waitFor(() => expect(place.textContent).toBe('on'))
  draw(null, place)
})

it('P15 it follows the consent that it is given, one at a time, and none after its end', async () => {
  const listening = new Set<string>()
  const noted = (name: string) => {
    const consent = fakeConsent()
    const { watch } = consent
    consent.watch = (listener) => {
      const stop = watch(listener)
      listening.add(name)
      return () => {
        listening.delete(name)
        stop()
      }
    }
    return consent
  }
  const [first, second] = [noted('first'), noted('second')]
  second.acceptAll()
  const { container, rerender, unmount } = render(<Allowed consent={first} />)
  expect([...listening, container.textContent]).toEqual(['first', 'off'])
  rerender(<Allowed consent={second} />)
  expect([...listening, container.textContent]).toEqual(['second', 'on'])
  unmount()
  await waitFor(() => expect([...listening]).toEqual([]))
})
