import { waitFor, within } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import '../testing/noLayout.js'
import { eagerChunks } from '../eagerChunks.js'
import { mount } from '../mount.js'
import { fakeConsent } from '../testing/fakeConsent.js'

const screen = within(document.documentElement)

let unmount = () => {}
afterEach(() => unmount())

const begin = (lang = 'en', chunks = eagerChunks) => {
  const consent = fakeConsent({ lang })
  const mounted = mount(consent, { reopen: 'none' }, chunks)
  unmount = mounted.destroy
  return consent
}
const blocked = { type: 'refused', reason: 'cookies-blocked' } as const
const cards = () => document.querySelectorAll('#consent-gate [data-part=refusal]')
const role = (name: string) => document.querySelector<HTMLElement>(`#consent-gate [data-role=${name}]`)
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('P5 a browser that refuses the log-in cookie', () => {
  it.each([
    ['en', 'We cannot keep you logged in', /nothing to do with the statistics/, 'Naver Whale', 'en'],
    ['ko', '로그인 상태를 유지할 수 없습니다', /방문 통계 설정과는 관련이 없습니다/, '네이버 웨일', 'ko'],
    ['ar', 'لا يمكننا إبقاؤك مسجّل الدخول', /لا علاقة لذلك بإعداد الإحصاءات/, 'Naver Whale', 'en'],
  ])(
    'is told in %s with a way to the help of each browser, where no notice was up',
    async (lang, title, apart, whale, help) => {
      const consent = begin(lang)
      consent.tellSession(blocked)
      const alert = await screen.findByRole('alert')
      expect(alert.textContent).toContain(title)
      expect(alert.textContent).toMatch(apart)
      const links = within(alert).getAllByRole('link') as HTMLAnchorElement[]
      expect(links.map((link) => new URL(link.href).hostname)).toEqual([
        'support.google.com',
        'support.apple.com',
        'support.apple.com',
        'support.mozilla.org',
        'support.microsoft.com',
        'www.samsung.com',
        'help.whale.naver.com',
      ])
      expect(alert.closest('section')?.getAttribute('aria-label')).toContain(title)
      // The page, and a log-in that was begun on it, stay; nobody is told where the visitor came from.
      expect(links.filter(({ target, rel }) => target !== '_blank' || rel !== 'noopener noreferrer')).toEqual(
        [],
      )
      expect(links.at(-1)?.textContent).toBe(whale)
      expect(links.at(-1)?.href).toContain(`/${help}/`)
      expect(consent.get().ui).toBe('none')
    },
  )

  it('P14 a log-in that works, and its end, load nothing of the interface', async () => {
    let loaded = 0
    const count = <Chunk,>(load: () => Chunk) => {
      loaded++
      return load()
    }
    const consent = begin('en', {
      ...eagerChunks,
      ui: () => count(eagerChunks.ui),
      refusal: (language) => count(() => eagerChunks.refusal(language)),
    })
    for (const type of ['started', 'ended', 'idle-ended'] as const) consent.tellSession({ type })
    await settled()
    expect(loaded).toBe(0)
    consent.tellSession(blocked)
    await screen.findByRole('alert')
    expect(loaded).toBe(2)
  })

  it('leaves the page with the click on close, and answers nothing', async () => {
    const consent = begin()
    consent.tellSession(blocked)
    await screen.findByRole('alert')
    await userEvent.click(role('close') as HTMLElement)
    await waitFor(() => expect(document.getElementById('consent-gate')).toBeNull())
    expect(consent.calls).toEqual([])
  })

  it('is told before the question, which comes back and is answered by nobody', async () => {
    const consent = begin()
    consent.set({ ui: 'notice' })
    await consent.drawn
    expect(role('accept')).not.toBeNull()
    consent.tellSession(blocked)
    await screen.findByRole('alert')
    expect(role('accept')).toBeNull()
    await userEvent.click(role('close') as HTMLElement)
    expect(role('accept')).not.toBeNull()
    expect(consent.calls).toEqual([])
  })

  it('stays when the choice about analytics goes', async () => {
    const consent = begin()
    consent.tellSession(blocked)
    await screen.findByRole('alert')
    consent.set({ ui: 'notice' })
    consent.hide()
    await settled()
    expect(cards()).toHaveLength(1)
  })

  it('is told once, however often the site tries, and again after it was closed', async () => {
    const consent = begin()
    consent.tellSession(blocked)
    consent.tellSession(blocked)
    await screen.findByRole('alert')
    await settled()
    expect(cards()).toHaveLength(1)
    await userEvent.click(role('close') as HTMLElement)
    consent.tellSession(blocked)
    await screen.findByRole('alert')
  })

  it.each(['insecure', 'too-large', 'invalid'] as const)(
    'is told apart from a fault of the site (%s), which no browser help would cure',
    async (reason) => {
      begin().tellSession({ type: 'refused', reason })
      const alert = await screen.findByRole('alert')
      expect(alert.textContent).toContain('The fault is ours')
      expect(within(alert).queryByRole('link')).toBeNull()
    },
  )

  it.each([
    { type: 'refused', reason: 'http-only' },
    { type: 'refused', reason: 'empty' },
    { type: 'refused', reason: 'no-session' },
    { type: 'started' },
    { type: 'ended' },
  ] as const)('is not what $type $reason means', async (event) => {
    begin().tellSession(event)
    await settled()
    expect(document.getElementById('consent-gate')).toBeNull()
  })

  it('speaks another language at once, and leaves nothing behind', async () => {
    const sheets = document.adoptedStyleSheets.length
    const consent = begin()
    consent.tellSession(blocked)
    await screen.findByRole('alert')
    consent.setLanguage('ko')
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('로그인'))
    unmount()
    await settled()
    expect(document.getElementById('consent-gate')).toBeNull()
    expect(document.adoptedStyleSheets).toHaveLength(sheets)
  })

  it('P15 brings nothing back where its words arrive after the end', async () => {
    let arrive = () => {}
    const late = new Promise<void>((resolve) => {
      arrive = resolve
    })
    let asked = false
    const furtherCopy: typeof eagerChunks.furtherCopy = async (language) => {
      asked = true
      await late
      return eagerChunks.furtherCopy(language)
    }
    const consent = begin('en', { ...eagerChunks, furtherCopy })
    consent.set({ ui: 'notice' })
    await consent.drawn
    consent.tellSession(blocked)
    await waitFor(() => expect(asked).toBe(true))
    unmount()
    arrive()
    await settled()
    expect(document.getElementById('consent-gate')).toBeNull()
  })

  it('is reported where it cannot be shown, and shown at the next try', async () => {
    let online = false
    const consent = begin('en', {
      ...eagerChunks,
      ui: async () => (online ? eagerChunks.ui() : Promise.reject(new Error('offline'))),
    })
    consent.tellSession(blocked)
    await waitFor(() => expect(consent.issues).toEqual(['CG601']))
    online = true
    consent.tellSession(blocked)
    await screen.findByRole('alert')
  })
})
