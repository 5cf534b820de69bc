import { within } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { Fragment, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { afterEach, expect, it } from 'vitest'
import './testing/closesLater.js'
import './testing/noLayout.js'
import { type BannerComponents, type ButtonProps, mountBanner, type NoticeProps } from './eager.js'
import { fakeConsent } from './testing/fakeConsent.js'

const screen = within(document.documentElement)

let unmount = () => {}
afterEach(() => unmount())

const begin = async (components: BannerComponents, ui: 'notice' | 'preferences') => {
  const consent = fakeConsent({ lang: 'en' })
  unmount = mountBanner(consent, { reopen: 'none', components }).destroy
  consent.set({ ui })
  await consent.drawn
  return consent
}

const SiteButton = ({ does, label, onPress }: ButtonProps) => (
  <button type="button" class="site" data-role={does} onClick={onPress}>
    {label}!
  </button>
)

/** A question with a step of its own, in the site's words, with hooks. */
const SiteNotice = ({ consent, texts, Button }: NoticeProps) => {
  const [wondering, setWondering] = useState(true)
  if (wondering) {
    return (
      <button type="button" onClick={() => setWondering(false)}>
        Cookies?
      </button>
    )
  }
  return (
    <>
      <Button does="accept" look="answer" label={texts.accept} onPress={() => consent.acceptAll('notice')} />
      <Button does="reject" look="answer" label={texts.reject} onPress={() => consent.rejectAll('notice')} />
    </>
  )
}

it('a button of the site stands wherever ours would, and answers', async () => {
  const consent = await begin({ Button: SiteButton }, 'notice')
  const buttons = screen.getAllByRole('button')
  expect(buttons.map(({ className, textContent }) => [className, textContent])).toEqual([
    ['site', 'Accept!'],
    ['site', 'Reject!'],
    ['site', 'Settings!'],
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Reject!' }))
  expect(consent.calls).toEqual([['save', { 'google-analytics': false }, 'notice']])
})

it('a button of the site stands in the preferences and in "my data" too', async () => {
  await begin({ Button: SiteButton }, 'preferences')
  const names = () =>
    screen
      .getAllByRole('button')
      .flatMap(({ className, textContent }) => (className === 'site' ? [textContent] : []))
  expect(names()).toEqual(['Accept all!', 'Reject all!', 'Save choices!'])
  await userEvent.click(screen.getByText(/^My data/))
  expect(await screen.findByRole('button', { name: 'Download!' })).toBeTruthy()
})

it('a notice of the site is drawn inside the same root, with hooks, and is gone after the answer', async () => {
  const consent = await begin({ Notice: SiteNotice, Button: SiteButton }, 'notice')
  const root = document.getElementById('consent-gate') as HTMLElement
  expect(root.getAttribute('role')).toBe('region')
  await userEvent.click(within(root).getByText('Cookies?'))
  await userEvent.click(await within(root).findByText('Accept!'))
  expect(consent.get().state.analytics).toBe('granted')
  expect(root.querySelector('button')).toBeNull()
})

it('preferences of the site stand in the same dialog, which Escape still leaves', async () => {
  const consent = await begin(
    {
      Preferences: ({ texts, onSave, Button }) => (
        <Button does="save" look="answer" label={texts.save} onPress={onSave} />
      ),
    },
    'preferences',
  )
  const dialog = document.querySelector('#consent-gate dialog') as HTMLDialogElement
  expect([...dialog.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([
    'Save choices',
  ])
  // What Escape does, and what we hear of.
  dialog.close()
  await expect.poll(() => consent.get().ui).toBe('none')
  expect(consent.calls).toEqual([['hide']])
})

it('P18 preferences of the site without a place for "my data" load none, and nothing breaks', async () => {
  const consent = await begin(
    { Preferences: ({ onMyData }) => <details onToggle={onMyData} /> },
    'preferences',
  )
  document.querySelector('dialog details')?.dispatchEvent(new Event('toggle'))
  await consent.drawn
  expect(consent.issues).toEqual([])
})

it('P15 a button of the site ends with what it stood in, so that its own effects do', async () => {
  let alive = 0
  const Counted = (props: ButtonProps) => {
    useEffect(() => {
      alive++
      return () => {
        alive--
      }
    }, [])
    return <SiteButton {...props} />
  }
  const consent = await begin({ Button: Counted }, 'notice')
  await expect.poll(() => alive).toBe(3)
  consent.set({ ui: 'preferences' })
  await userEvent.click(await screen.findByText(/^My data/))
  await screen.findByRole('button', { name: 'Download!' })
  await expect.poll(() => alive).toBe(9)
  consent.set({ ui: 'notice' })
  await expect.poll(() => alive).toBe(3)
  consent.set({ answered: true, pending: [], reason: 'choice' })
  consent.tellWithdrawn({ deleted: ['_ga'], left: [], unreadable: [] })
  consent.tellSession({ type: 'refused', reason: 'cookies-blocked' })
  // What was told and the refusal, each with a button that closes it.
  await expect.poll(() => alive).toBe(2)
  unmount()
  await expect.poll(() => alive).toBe(0)
  const next = await begin({ Button: Counted }, 'notice')
  next.set({ answered: false })
  await expect.poll(() => alive).toBe(3)
  unmount()
  await expect.poll(() => alive).toBe(0)
})
