import { screen, waitFor } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../testing/noLayout.js'
import { furtherCopy } from '../copy/furtherEn.js'
import { mountBanner } from '../eager.js'
import { eagerChunks } from '../eagerChunks.js'
import { mount as mountWith } from '../mount.js'
import { countTasks } from '../testing/countTasks.js'
import { type FakeConsent, type FakeOptions, fakeConsent, POLICIES } from '../testing/fakeConsent.js'

let unmount = () => {}
afterEach(() => {
  vi.restoreAllMocks()
  unmount()
  document.body.replaceChildren()
})

const insert = (name: string, service?: string) => {
  const element = document.createElement(name)
  if (service) element.setAttribute('service', service)
  return document.body.appendChild(element)
}

const mount = (options: FakeOptions = {}) => {
  const consent = fakeConsent({ lang: 'en', ...options })
  unmount = mountBanner(consent, { reopen: 'none' }).destroy
  return consent
}

/** It was on and is off; what became of that is not told yet. */
const turnedOff = (consent: FakeConsent, id: string) => {
  const { state } = consent.get()
  for (const status of ['granted', 'denied'] as const) consent.set({ state: { ...state, [id]: status } })
}

const find = () => screen.findByRole('switch', { name: 'Google Analytics' })
const status = () => screen.getByRole('status').textContent

describe('<consent-gate-toggle>', () => {
  it('is drawn where it stands at start, and where it is inserted later', async () => {
    const first = insert('consent-gate-toggle', 'google-analytics')
    mount()
    await find()
    expect(first.childElementCount).toBe(1)
    const second = insert('consent-gate-toggle', 'google-analytics')
    await waitFor(() => expect(second.childElementCount).toBe(1))
  })

  it('P6 tells "not answered" and "off" apart', async () => {
    insert('consent-gate-toggle')
    const consent = mount()
    expect((await find()).getAttribute('aria-checked')).toBe('false')
    expect(status()).toContain('until you choose')
    consent.rejectAll()
    expect(status()).toContain('It is off')
  })

  it('P17 shows the store, and what became of a withdrawal', async () => {
    insert('consent-gate-toggle')
    const consent = mount()
    await userEvent.click(await find())
    expect(consent.calls).toEqual([['save', { 'google-analytics': true }, 'inline']])
    expect((await find()).getAttribute('aria-checked')).toBe('true')
    expect(status()).toContain('It is on')
    await userEvent.click(await find())
    expect((await find()).getAttribute('aria-checked')).toBe('false')
    expect(status()).toContain('What you turned off sends nothing')
    expect(status()).toContain('_ga_ABC123')
    // In the place of the state, not after it.
    expect(status()).not.toContain('It is off')
  })

  it('cannot be turned on by a minor, and says so', async () => {
    insert('consent-gate-toggle')
    const consent = mount({ settings: { minor: true } })
    const control = await find()
    expect(status()).toContain('cannot be turned on for this account')
    await userEvent.click(control)
    expect([control.hasAttribute('disabled'), consent.calls]).toEqual([true, []])
  })

  it('is about the first service where it names none, else about the first category', async () => {
    const media = { id: 'media', label: 'Media', consentTypes: [] }
    const videos = { id: 'videos', category: 'films', name: 'Videos' }
    const units = [{ id: 'media', category: 'media' }, videos]
    insert('consent-gate-toggle')
    insert('consent-gate-disclosure')
    mount({ settings: { categories: [media], services: [videos], units } })
    await waitFor(() => expect(screen.getAllByRole('switch', { name: 'Videos' })).toHaveLength(2))
    unmount()
    mount({ settings: { categories: [media], services: [], units: units.slice(0, 1) } })
    await screen.findByRole('switch', { name: 'Media' })
  })

  it('P17 names what could not be deleted', async () => {
    insert('consent-gate-toggle')
    const consent = mount()
    await find()
    turnedOff(consent, 'google-analytics')
    consent.tellWithdrawn({ deleted: [], left: ['_ga'], unreadable: ['FPID'] })
    expect(status()).toContain('could not delete')
    expect(status()).toContain('_ga')
    expect(status()).toContain('FPID')
  })

  it.each(['toggle', 'disclosure'])(
    'P17 in a %s, takes the outcome of its own withdrawal alone',
    async (piece) => {
      const services = ['maps', 'videos'].map((id) => ({ id, category: 'media', name: id }))
      const element = insert(`consent-gate-${piece}`, 'videos')
      const consent = mount({ settings: { services, units: services } })
      await screen.findByRole('switch', { name: 'videos' })
      const mine = () => element.querySelector('[role=status]')?.textContent
      turnedOff(consent, 'maps')
      consent.tellWithdrawn({ deleted: ['map_id'], left: [], unreadable: [] })
      expect(mine()).toMatch(/^It is off until you choose/)
      turnedOff(consent, 'videos')
      consent.tellWithdrawn({ deleted: ['vid_id'], left: [], unreadable: [] })
      expect(mine()).toContain('Deleted cookies: \u2068vid_id')
      consent.tellWithdrawn({ deleted: ['other'], left: [], unreadable: [] })
      expect(mine()).not.toContain('other')
      // Turned off without a report, as a category without services is.
      turnedOff(consent, 'videos')
      expect(mine()).not.toContain('vid_id')
      turnedOff(consent, 'maps')
      consent.tellWithdrawn({ deleted: ['other'], left: [], unreadable: [] })
      expect(mine()).not.toContain('other')
    },
  )

  it.each(['toggle', 'disclosure'])(
    'P17 in a %s, tells the outcome in the language of now',
    async (piece) => {
      insert(`consent-gate-${piece}`)
      const consent = mount()
      await find()
      consent.acceptAll()
      consent.rejectAll()
      expect(status()).toContain('Deleted cookies')
      consent.setLanguage('ko')
      await waitFor(() => expect(status()).toContain('삭제한 쿠키'))
      expect(status()).not.toContain('Deleted')
    },
  )

  it.each([
    ['blocked', { services: { 'google-analytics': 'blocked' } }, 'extension blocks it'],
    ['loading', { services: { 'google-analytics': 'loading' } }, 'Turning on'],
  ] as const)('P17 says when an allowed service is %s', async (_, change, text) => {
    insert('consent-gate-toggle')
    const consent = mount()
    await find()
    consent.acceptAll()
    consent.set(change)
    expect(status()).toContain(text)
  })

  it('P17 says nothing of what was chosen before, where a new version asks again', async () => {
    insert('consent-gate-toggle')
    const consent = mount()
    await find()
    consent.set({ reason: 'policy', pending: ['google-analytics'] })
    expect(status()?.trim()).toBe('It is off until you choose.')
  })

  it('P17 says of a category that it is partly on, and never that nothing is sent', async () => {
    insert('consent-gate-toggle', 'analytics')
    const units = ['google-analytics', 'heatmap'].map((id) => ({ id, category: 'analytics' }))
    const consent = mount({ settings: { services: units, units } })
    const control = await screen.findByRole('switch', { name: 'Visit statistics' })
    consent.save({ heatmap: true })
    expect(status()?.trim()).toBe('Partly on.')
    expect(control.getAttribute('aria-checked')).toBe('false')
    consent.acceptAll()
    expect(status()).toContain('It is on')
  })

  it('P8 does not pretend that a choice was stored', async () => {
    insert('consent-gate-toggle')
    mount({ stores: false })
    await userEvent.click(await find())
    expect((await find()).getAttribute('aria-checked')).toBe('false')
    expect(status()).toContain('did not let us store')
  })

  it('P8 P17 says of a withdrawal that could not be stored both: that, and what was deleted', async () => {
    insert('consent-gate-toggle')
    mount({
      stores: false,
      snapshot: { state: { necessary: 'granted', analytics: 'granted', 'google-analytics': 'granted' } },
    })
    await userEvent.click(await find())
    expect(status()).toContain('did not let us store')
    expect(status()).toContain('_ga_ABC123')
  })

  it('P11 names the signal that turned it off', async () => {
    insert('consent-gate-toggle')
    mount({ snapshot: { reason: 'signal' } })
    await find()
    expect(status()).toContain('Global Privacy Control')
  })

  it('P17 follows its service: it shows the new one and answers for the new one', async () => {
    const services = ['maps', 'videos'].map((id) => ({ id, category: 'media', name: id }))
    const element = insert('consent-gate-toggle', 'maps')
    const consent = mount({ settings: { services, units: services } })
    await screen.findByRole('switch', { name: 'maps' })
    turnedOff(consent, 'maps')
    consent.tellWithdrawn({ deleted: ['map_id'], left: [], unreadable: [] })
    expect(status()).toContain('map_id')
    element.setAttribute('service', 'videos')
    await userEvent.click(await screen.findByRole('switch', { name: 'videos' }))
    expect(consent.calls.at(-1)).toEqual(['save', { videos: true }, 'inline'])
    expect(element.textContent).not.toContain('map')
    expect(element.childElementCount).toBe(1)
  })

  it('P18 reports a service that does not exist, and nothing else', async () => {
    const element = insert('consent-gate-toggle', 'nobody')
    const consent = mount()
    await waitFor(() => expect(consent.issues).toContain('CG604'))
    await consent.drawn
    expect([element.childElementCount, consent.issues]).toEqual([0, ['CG604']])
  })

  it.each(['toggle', 'disclosure', 'policies'])(
    'P15 a %s is empty after destroy, whatever changes then',
    async (piece) => {
      const cookieStore = new EventTarget()
      Object.assign(window, { cookieStore })
      const element = insert(`consent-gate-${piece}`)
      const consent = mount()
      await waitFor(() => expect(element.childElementCount).toBeGreaterThan(0))
      unmount()
      await waitFor(() => expect(element.childElementCount).toBe(0))
      consent.set({ reason: 'choice' })
      consent.setLanguage('ko')
      cookieStore.dispatchEvent(new Event('change'))
      await consent.drawn
      expect(element.childElementCount).toBe(0)
      Reflect.deleteProperty(window, 'cookieStore')
    },
  )

  it('P13 stays as it is where its service is said again, or the focus would be lost', async () => {
    const element = insert('consent-gate-toggle', 'google-analytics')
    mount()
    const control = await find()
    element.setAttribute('service', 'google-analytics')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await find()).toBe(control)
  })

  it.each(['toggle', 'disclosure', 'policies'])(
    'P15 a %s is drawn again where the page is morphed into what its server sent',
    async (piece) => {
      const element = insert(`consent-gate-${piece}`)
      const consent = mount({ lang: 'ar' })
      await waitFor(() => expect(element.childElementCount).toBe(1))
      const text = element.textContent?.trim()
      for (const space of ['', ' ']) {
        element.replaceChildren(space)
        for (const name of ['lang', 'dir']) element.removeAttribute(name)
        await waitFor(() => expect(element.textContent?.trim()).toBe(text))
        expect([element.lang, element.dir, element.childElementCount]).toEqual(['ar', 'rtl', 1])
      }
      consent.acceptAll()
      await waitFor(() => expect(element.childElementCount).toBe(1))
      unmount()
      await waitFor(() => expect(element.childElementCount).toBe(0))
    },
  )

  it.each(['toggle', 'disclosure', 'policies'])(
    'P15 a %s ends where it leaves the page, and is drawn again where it comes back',
    async (piece) => {
      const element = insert(`consent-gate-${piece}`)
      const consent = mount()
      await waitFor(() => expect(element.childElementCount).toBe(1))
      element.remove()
      await waitFor(() => expect(element.childElementCount).toBe(0))
      expect(document.adoptedStyleSheets).toEqual([])
      consent.acceptAll()
      expect(element.childElementCount).toBe(0)
      document.body.append(element)
      await waitFor(() => expect(element.childElementCount).toBe(1))
    },
  )

  it('is drawn once where the browser tells twice, of its service and of its place, as for inserted markup', async () => {
    const element = insert('consent-gate-toggle')
    mount()
    await find()
    ;(element as HTMLElement & { connectedCallback(): void }).connectedCallback()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(document.adoptedStyleSheets).toHaveLength(1)
  })

  it('is not drawn, nor told of, while it is off the page', async () => {
    const consent = mount()
    insert('consent-gate-policies')
    await consent.drawn
    const element = document.createElement('consent-gate-toggle')
    element.setAttribute('service', 'nobody')
    await consent.drawn
    expect([element.childElementCount, consent.issues]).toEqual([0, []])
  })

  it('P15 is drawn by the interface that is there, after an earlier one of another consent has ended', async () => {
    insert('consent-gate-policies')
    const first = fakeConsent({ lang: 'en' })
    const ended = mountBanner(first, { reopen: 'none' })
    await first.drawn
    const consent = mount()
    await consent.drawn
    ended.destroy()
    insert('consent-gate-toggle')
    await find()
  })

  it('P18 is reported where its part does not arrive', async () => {
    insert('consent-gate-toggle')
    const consent = fakeConsent({ lang: 'en' })
    const toggle = () => Promise.reject(new Error('offline'))
    unmount = mountWith(consent, { reopen: 'none' }, { ...eagerChunks, toggle }).destroy
    await waitFor(() => expect(consent.issues).toEqual(['CG601']))
  })

  it('P15 leaves no sheet in the page where its words do not arrive', async () => {
    insert('consent-gate-toggle')
    const consent = fakeConsent({ lang: 'en' })
    const furtherCopy = () => Promise.reject(new Error('offline'))
    unmount = mountWith(consent, { reopen: 'none' }, { ...eagerChunks, furtherCopy }).destroy
    await waitFor(() => expect(consent.issues).toEqual(['CG601']))
    expect(document.adoptedStyleSheets).toEqual([])
  })

  it('P15 draws nothing any more where its words did not arrive at first and the language changes', async () => {
    const element = insert('consent-gate-toggle')
    const consent = fakeConsent({ lang: 'en' })
    let online = false
    const furtherCopy = () => (online ? eagerChunks.furtherCopy('ko') : Promise.reject(new Error('offline')))
    unmount = mountWith(consent, { reopen: 'none' }, { ...eagerChunks, furtherCopy }).destroy
    await waitFor(() => expect(consent.issues).toEqual(['CG601']))
    element.remove()
    online = true
    consent.setLanguage('ko')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(element.childElementCount).toBe(0)
  })

  it('P15 is emptied by destroy, and drawn again by the next mount', async () => {
    const element = insert('consent-gate-toggle')
    mount()
    await find()
    expect(element.outerHTML).toContain('lang="en"')
    unmount()
    await waitFor(() => expect(element.outerHTML).toBe('<consent-gate-toggle></consent-gate-toggle>'))
    mount()
    await find()
  })

  it('P15 is there after a strict mode that destroys it and mounts again, however far it had come', async () => {
    for (let turns = 0; turns < 30; turns++) {
      const element = insert('consent-gate-toggle')
      mount()
      for (let turn = 0; turn < turns; turn++)
        await (turn % 8 === 7 ? new Promise((resolve) => setTimeout(resolve)) : undefined)
      unmount()
      mount()
      // What the first mount drew goes meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 30))
      await waitFor(() => expect([turns, element.childElementCount]).toEqual([turns, 1]))
      unmount()
      element.remove()
    }
  })

  it('is there after a move, and after one while it was drawn', async () => {
    const element = insert('consent-gate-toggle')
    mount()
    const place = document.body.appendChild(document.createElement('section'))
    for (const parent of [place, document.body, place]) {
      parent.append(element)
      await new Promise((resolve) => setTimeout(resolve))
      parent.prepend(element)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(element.childElementCount).toBe(1)
    expect(document.adoptedStyleSheets).toHaveLength(1)
  })
})

it('P14 the pieces of a page are drawn in a task each', async () => {
  const task = countTasks()
  const pieces = ['toggle', 'disclosure', 'policies'].map((piece) => insert(`consent-gate-${piece}`))
  const tasks = new Map<Node, number>()
  const observer = new MutationObserver((records) => {
    for (const { target } of records) if (!tasks.has(target)) tasks.set(target, task())
  })
  for (const piece of pieces) observer.observe(piece, { childList: true })
  mount()
  await waitFor(() => expect(tasks.size).toBe(3))
  expect(new Set(tasks.values()).size).toBe(3)
  observer.disconnect()
})

describe('<consent-gate-disclosure>', () => {
  it.each([
    ['en', 'United States', /not loaded before you agree/, /log-in are limited/],
    ['ko', '미국', /불러오지 않습니다/, /로그인이 필요한 서비스/],
    ['ar', 'الولايات المتحدة', /قبل موافقتك/, /تسجيل الدخول محدودة/],
  ])(
    'says everything in %s, with a switch and the two refusals apart',
    async (lang, country, basic, login) => {
      const element = insert('consent-gate-disclosure', 'google-analytics')
      mount({ lang })
      await find()
      expect(element.textContent).toContain(country)
      expect(element.textContent).toMatch(basic)
      expect(element.textContent).toMatch(login)
      const links = [...element.querySelectorAll('a')].map((link) => link.href)
      expect(
        [...element.querySelectorAll<HTMLAnchorElement>('a:not(.contact a)')].filter(
          ({ target, rel }) => target !== '_blank' || rel !== 'noopener noreferrer',
        ),
      ).toEqual([])
      expect(links.slice(0, 3)).toEqual([
        'https://policies.google.com/privacy',
        'https://tools.google.com/dlpage/gaoptout',
        'https://support.google.com/chrome/answer/95647',
      ])
    },
  )

  it('says of Google Analytics what Google asks sites to say, and nothing of that of another service', async () => {
    const videos = { id: 'videos', category: 'media', name: 'Videos' }
    const units = [{ id: 'google-analytics', category: 'analytics' }, videos]
    const analytics = { ...units[0], name: 'Google Analytics' } as typeof videos
    const [ours, theirs] = [insert('consent-gate-disclosure'), insert('consent-gate-disclosure', 'videos')]
    mount({ settings: { services: [analytics, videos], units } })
    await screen.findByRole('switch', { name: 'Videos' })
    await find()
    for (const said of ['gaStored', 'gaThirdParties', 'gaAddress', 'gaRefusal'] as const) {
      expect([said, ours.textContent?.includes(furtherCopy[said])]).toEqual([said, true])
    }
    expect(theirs.textContent).not.toContain('Google')
    expect(theirs.querySelector('.links')).toBeNull()
  })

  it.each([
    ['en', 'Privacy policy of Example Inc.', 'Opt out of Videos'],
    ['ko', 'Example Inc. 개인정보처리방침', 'Videos 차단 방법'],
    ['ar', 'سياسة خصوصية Example Inc.', 'كيفية تعطيل Videos'],
  ])(
    'P17 leads in %s to the policy of who receives and to the opt-out of the service, and tells what is declared alone',
    async (lang, policy, optOut) => {
      const videos = {
        id: 'videos',
        category: 'media',
        name: 'Videos',
        recipient: 'Example Inc.',
        policyUrl: 'https://example.test/privacy',
        optOutUrl: 'https://example.test/out',
      }
      const element = insert('consent-gate-disclosure', 'videos')
      mount({ lang, settings: { services: [videos], units: [videos] } })
      await screen.findByRole('switch', { name: 'Videos' })
      const links = [...element.querySelectorAll<HTMLAnchorElement>('.links a')]
      expect(
        links.map(({ href, textContent }) => [textContent?.replace(/[\u2068\u2069]/g, ''), href]),
      ).toEqual([
        [policy, videos.policyUrl],
        [optOut, videos.optOutUrl],
      ])
      expect([...element.querySelectorAll('dd')].map((fact) => fact.textContent)).toEqual(['Example Inc.'])
    },
  )

  it('P17 has no link to what a service does not have', async () => {
    const videos = {
      id: 'videos',
      category: 'media',
      name: 'Videos',
      policyUrl: 'https://example.test/privacy',
    }
    const element = insert('consent-gate-disclosure', 'videos')
    mount({ settings: { services: [videos], units: [videos] } })
    await screen.findByRole('switch', { name: 'Videos' })
    const links = [...element.querySelectorAll<HTMLAnchorElement>('.links a')]
    expect(links.map(({ href }) => href)).toEqual([videos.policyUrl])
  })

  it('P18 reports a category, which has nothing to disclose', async () => {
    const element = insert('consent-gate-disclosure', 'analytics')
    const consent = mount()
    await waitFor(() => expect(consent.issues).toContain('CG604'))
    await consent.drawn
    expect([element.childElementCount, consent.issues]).toEqual([0, ['CG604']])
  })

  it.each([
    [{ email: 'privacy@example.test' }, ['mailto:privacy@example.test']],
    [{ url: 'https://example.test/contact' }, ['https://example.test/contact']],
    [
      { myPage: 'https://example.test/me', form: 'https://example.test/form' },
      ['https://example.test/me', 'https://example.test/form'],
    ],
    [undefined, []],
  ])('ends with where questions go: %j', async (contact, expected) => {
    const element = insert('consent-gate-disclosure')
    const consent = fakeConsent({ lang: 'en' })
    unmount = mountBanner(consent, { reopen: 'none', ...(contact && { contact }) }).destroy
    await find()
    const links = [...element.querySelectorAll<HTMLAnchorElement>('.contact a')]
    expect(links.map(({ href }) => href)).toEqual(expected)
  })

  it('shows which cookies are there now', async () => {
    const cookieStore = new EventTarget()
    Object.assign(window, { cookieStore })
    const element = insert('consent-gate-disclosure')
    const consent = mount()
    await find()
    const presence = () => element.querySelector('li em')?.getAttribute('data-presence')
    expect(presence()).toBe('absent')
    // biome-ignore lint/suspicious/noDocumentCookie: what Google Analytics does
    document.cookie = '_ga=GA1.1.1.1'
    consent.set({})
    expect(presence()).toBe('present')
    // biome-ignore lint/suspicious/noDocumentCookie: cleaning up
    document.cookie = '_ga=; expires=Thu, 01 Jan 1970 00:00:00 GMT'
    // Where the browser tells of a change, nobody else has to.
    cookieStore.dispatchEvent(new Event('change'))
    expect(presence()).toBe('absent')
    Reflect.deleteProperty(window, 'cookieStore')
  })

  it('P17 shows which storage keys are there now, by name and by prefix', async () => {
    const cookies = ['vid_*', 'tour', 'volume'].map((name) => ({ name }))
    const services = [{ id: 'videos', category: 'media', name: 'Videos', cookies }]
    localStorage.setItem('vid_1', '')
    sessionStorage.setItem('tour', 'done')
    localStorage.setItem('volumes', '1')
    try {
      const element = insert('consent-gate-disclosure', 'videos')
      mount({ settings: { services, units: services } })
      await screen.findByRole('switch', { name: 'Videos' })
      const found = [...element.querySelectorAll<HTMLElement>('li em')]
      expect(found.map(({ dataset }) => dataset.presence)).toEqual(['present', 'present', 'absent'])
    } finally {
      localStorage.clear()
      sessionStorage.clear()
    }
  })
})

describe('<consent-gate-policies>', () => {
  it('P10 lists the versions, newest first, with their periods and the one in force', async () => {
    const element = insert('consent-gate-policies')
    mount()
    await waitFor(() => expect(element.querySelectorAll('li')).toHaveLength(2))
    const [current, previous] = element.querySelectorAll('li')
    expect(screen.getByRole('list', { name: 'Versions of the privacy policy' })).toBe(current?.parentElement)
    expect(current?.textContent).toMatch(/2026-03-01.*In force/)
    expect(current?.getAttribute('aria-current')).toBe('true')
    expect(previous?.textContent).toMatch(/2025-01-01.*January 1, 2025.* – .*February 28, 2026/)
    expect(previous?.querySelector('a')?.getAttribute('href')).toBe('/privacy/2025-01-01')
  })

  /** What each version says, without the marks that keep texts apart. */
  const versions = (element: Element) =>
    [...element.querySelectorAll('li')].map((version) =>
      version.textContent
        ?.replace(/[\u2068\u2069]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )

  it('P10 tells the announced one first, and one without a date or an address by what is known', async () => {
    const element = insert('consent-gate-policies')
    const { upcoming, current } = POLICIES
    const first = { ...POLICIES.previous, version: 'first', effective: 0, url: '', summary: 'The first' }
    mount({ snapshot: { policy: { upcoming, current, previous: [first] } } })
    await waitFor(() => expect(element.querySelectorAll('li')).toHaveLength(3))
    expect(versions(element)).toEqual([
      'Version 2027-01-01 from January 1, 2027 Upcoming',
      'Version 2026-03-01 March 1, 2026 – December 31, 2026 In force',
      'Version first until February 28, 2026 The first',
    ])
    expect(element.querySelectorAll('li')[2]?.querySelector('a, strong')).toBeNull()
  })

  it('P10 gives the only version no period where it has no date', async () => {
    const element = insert('consent-gate-policies')
    const current = { ...POLICIES.current, effective: 0 }
    mount({ snapshot: { policy: { upcoming: null, current, previous: [] } } })
    await waitFor(() => expect(versions(element)).toEqual(['Version 2026-03-01 In force']))
  })
})
