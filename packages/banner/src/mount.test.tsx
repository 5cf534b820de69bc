import { afterEach, describe, expect, it } from 'vitest'
import './testing/closesLater.js'
import './testing/noLayout.js'
import { mountBanner } from './eager.js'
import { eagerChunks } from './eagerChunks.js'
import { mount as mountWith } from './mount.js'
import { fakeConsent, POLICIES } from './testing/fakeConsent.js'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  document.body.replaceChildren()
})

const asking = () => fakeConsent({ lang: 'en', snapshot: { ui: 'notice' } })

/** What the next interface on this consent is loaded with. */
const loaderOf = (consent: ReturnType<typeof asking>) => {
  let load: Parameters<typeof consent.connectPrompt>[0] | undefined
  const { connectPrompt } = consent
  consent.connectPrompt = (loader) => {
    load = loader
    return connectPrompt(loader)
  }
  return () => load?.()
}

const mount: typeof mountBanner = (consent, options) => {
  const banner = mountBanner(consent, options)
  stops.push(banner.destroy)
  return banner
}

const notices = () => document.querySelectorAll('#consent-gate [data-role=accept]').length

describe('a mounted interface', () => {
  it('P15 goes with its consent, and no button is left that could not answer', async () => {
    const consent = asking()
    mount(consent)
    await consent.drawn
    expect(notices()).toBe(1)
    consent.destroy()
    expect(document.getElementById('consent-gate')).toBeNull()
    expect(consent.calls).toEqual([['destroy']])
  })

  it('P15 gives `consent.destroy` back as it was, unless somebody wrapped it since', () => {
    const consent = asking()
    const { destroy } = consent
    const first = mount(consent)
    expect(consent.destroy).not.toBe(destroy)
    first.destroy()
    expect(consent.destroy).toBe(destroy)

    const second = mount(consent)
    const inner = consent.destroy
    const wrapped = () => inner()
    consent.destroy = wrapped
    second.destroy()
    expect(consent.destroy).toBe(wrapped)
    consent.destroy()
    expect(consent.calls).toEqual([['destroy']])
  })

  const reopens = () => document.querySelectorAll('[data-role=reopen]').length

  it('P15 replaces the one before, whose own destroy() then does nothing', async () => {
    const consent = asking()
    const first = mount(consent)
    await consent.drawn
    const second = mount(consent, { texts: { accept: 'Yes' } })
    first.destroy()
    await consent.drawn
    expect(notices()).toBe(1)
    expect(document.querySelector('#consent-gate [data-role=accept]')?.textContent).toBe('Yes')
    second.destroy()
    expect(notices()).toBe(0)
  })

  it('P15 is there once where a framework mounts, destroys and mounts at once', async () => {
    const consent = asking()
    mount(consent).destroy()
    mount(consent)
    await consent.drawn
    expect(document.querySelectorAll('#consent-gate')).toHaveLength(1)
    expect(notices()).toBe(1)
  })

  it('P13 leaves one way back and one prompt, however often it is mounted', async () => {
    const consent = fakeConsent({ lang: 'en' })
    const first = mount(consent)
    mount(consent)
    await expect.poll(reopens, { timeout: 3000 }).toBe(1)
    first.destroy()
    expect(reopens()).toBe(1)
    consent.showNotice()
    await consent.drawn
    expect(notices()).toBe(1)
  })

  it('P15 starts nothing whose parts arrive after its end', async () => {
    const arrived: string[] = []
    let arrive = () => {}
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const late = async <Part,>(name: string, load: () => Promise<Part>) => {
      await arrival
      arrived.push(name)
      return load()
    }
    document.body.append(document.createElement('consent-gate-toggle'))
    const consent = asking()
    const banner = mountWith(
      consent,
      {},
      {
        ...eagerChunks,
        ui: () => late('ui', eagerChunks.ui),
        elements: () => late('elements', eagerChunks.elements),
      },
    )
    banner.destroy()
    const shown: unknown[] = []
    const observer = new MutationObserver((mutations) => {
      shown.push(...mutations.flatMap(({ addedNodes }) => [...addedNodes]))
    })
    observer.observe(document, { childList: true, subtree: true })
    arrive()
    await new Promise((resolve) => setTimeout(resolve, 50))
    observer.disconnect()
    expect(arrived.sort()).toEqual(['elements', 'ui'])
    expect(shown).toEqual([])
  })

  it('P15 stops listening, with everything open', async () => {
    const consent = asking()
    let listening = 0
    for (const name of ['watch', 'onWithdrawn', 'onLanguage'] as const) {
      const listen = consent[name] as (listener: () => void) => () => void
      Object.assign(consent, {
        [name](listener: () => void) {
          const stop = listen(listener)
          listening++
          return () => {
            listening--
            stop()
          }
        },
      })
    }
    const banner = mount(consent, { reopen: 'none' })
    consent.set({ ui: 'preferences' })
    await consent.drawn
    const all = [...document.querySelectorAll('dialog details:has([data-part])')]
    for (const details of all) Object.assign(details, { open: true }).dispatchEvent(new Event('toggle'))
    await expect.poll(() => all.map((details) => !!details.querySelector('dl, a'))).toEqual([true, true])
    consent.tellSession({ type: 'refused', reason: 'cookies-blocked' })
    for (const name of ['toggle', 'disclosure', 'policies']) {
      document.body.append(document.createElement(`consent-gate-${name}`))
    }
    await consent.drawn
    expect(listening).toBeGreaterThan(0)
    banner.destroy()
    await expect.poll(() => listening).toBe(0)
    // The browser tells late that it was opened.
    for (const details of all) details.dispatchEvent(new Event('toggle'))
    await consent.drawn
    expect(listening).toBe(0)
  })

  it('loads what tells something and what is opened each when it is needed, and not with the other', async () => {
    const consent = asking()
    const loaded: string[] = []
    const noted = <T,>(part: string, load: () => Promise<T>) => {
      loaded.push(part)
      return load()
    }
    const parts = {
      ...eagerChunks,
      aside: () => noted('aside', () => eagerChunks.aside('en')),
      preferences: () => noted('preferences', () => eagerChunks.preferences('en')),
    }
    stops.push(mountWith(consent, { reopen: 'none' }, parts).destroy)
    await consent.drawn
    expect(loaded).toEqual([])
    consent.tellWithdrawn({ deleted: ['_ga'], left: [], unreadable: [] })
    await consent.drawn
    expect(loaded).toEqual(['aside'])
    consent.set({ ui: 'preferences' })
    await consent.drawn
    consent.set({ ui: 'notice' })
    consent.set({ ui: 'preferences' })
    await consent.drawn
    expect(loaded).toEqual(['aside', 'preferences'])
  })

  it.each(['acceptAll', 'rejectAll', 'hide'] as const)(
    'P14 a question that is gone by %s loads nothing more',
    async (leave) => {
      const consent = asking()
      const loaded: string[] = []
      const chunks = new Proxy(eagerChunks, {
        get(parts, name: keyof typeof eagerChunks) {
          loaded.push(name)
          return parts[name]
        },
      })
      stops.push(mountWith(consent, { reopen: 'none' }, chunks).destroy)
      await consent.drawn
      const asked = [...loaded]
      expect(asked).toContain('ui')
      consent[leave]()
      await consent.drawn
      expect(document.getElementById('consent-gate')).toBeNull()
      expect(loaded).toEqual(asked)
    },
  )

  it('P14 asks for its words beside the notice, not after it', () => {
    const asked: string[] = []
    const note = (part: string) => () => {
      asked.push(part)
      return new Promise<never>(() => {})
    }
    const parts = { ...eagerChunks, ui: note('ui'), noticeCopy: note('words') }
    stops.push(mountWith(asking(), { reopen: 'none' }, parts).destroy)
    expect(asked).toEqual(['ui', 'words'])
  })

  it('P18 preferences that do not arrive are reported, lead back to the notice, and come at the next try', async () => {
    let online = false
    const consent = asking()
    const load = loaderOf(consent)
    const preferences = async () =>
      online ? eagerChunks.preferences('en') : Promise.reject(new Error('offline'))
    stops.push(mountWith(consent, { reopen: 'none' }, { ...eagerChunks, preferences }).destroy)
    await consent.drawn
    consent.set({ ui: 'preferences' })
    const ui = await load()
    // What `showPreferences` tells its caller.
    expect(await ui?.settled()).toBe(false)
    expect(consent.issues).toEqual(['CG601'])
    expect(consent.get().ui).toBe('notice')
    online = true
    consent.set({ ui: 'preferences' })
    expect(await ui?.settled()).toBe(true)
    expect(document.querySelector('#consent-gate dialog[open]')).not.toBeNull()
  })

  it.each(['preferences', 'aside'] as const)(
    'P15 %s that arrive after its end leave nothing',
    async (part) => {
      let arrive = () => {}
      const late = new Promise<void>((resolve) => {
        arrive = resolve
      })
      const consent = asking()
      const before = [...document.adoptedStyleSheets]
      const chunk = () => late.then(() => eagerChunks[part]('en'))
      const { destroy } = mountWith(consent, { reopen: 'none' }, { ...eagerChunks, [part]: chunk })
      await consent.drawn
      consent.set(
        part === 'aside'
          ? { pending: [], answered: true, policy: { ...consent.get().policy, upcoming: POLICIES.upcoming } }
          : { ui: 'preferences' },
      )
      destroy()
      const { calls } = consent
      const asked = calls.length
      arrive()
      await consent.drawn
      expect(document.adoptedStyleSheets).toEqual(before)
      consent.setLanguage('ko')
      consent.set({ ui: 'preferences' })
      await consent.drawn
      expect(document.querySelectorAll('dialog, #consent-gate')).toHaveLength(0)
      expect(calls).toHaveLength(asked)
      expect(consent.issues).toEqual([])
    },
  )

  it('P18 an aside that does not arrive leaves the preferences open that were asked for meanwhile', async () => {
    let fail = () => {}
    const late = new Promise<never>((_, reject) => {
      fail = () => reject(new Error('offline'))
    })
    const consent = asking()
    const load = loaderOf(consent)
    stops.push(mountWith(consent, { reopen: 'none' }, { ...eagerChunks, aside: () => late }).destroy)
    await consent.drawn
    const policy = { ...consent.get().policy, upcoming: POLICIES.upcoming }
    consent.set({ pending: [], answered: true, policy })
    consent.set({ ui: 'preferences' })
    const ui = await load()
    // What `showPreferences` tells its caller: a link would lead away.
    const settled = ui?.settled()
    await consent.drawn
    fail()
    expect(await settled).toBe(true)
    await consent.drawn
    expect(consent.issues).toEqual(['CG601'])
    expect(consent.get().ui).toBe('preferences')
    expect(document.querySelector('#consent-gate dialog[open]')).not.toBeNull()
  })

  it('P18 an announced policy that cannot be told leaves no empty notice, and is told at the next try', async () => {
    let online = false
    const consent = asking()
    const aside = async () => (online ? eagerChunks.aside('en') : Promise.reject(new Error('offline')))
    stops.push(mountWith(consent, { reopen: 'none' }, { ...eagerChunks, aside }).destroy)
    await consent.drawn
    const policy = { ...consent.get().policy, upcoming: POLICIES.upcoming }
    consent.set({ pending: [], answered: true, policy })
    await consent.drawn
    expect(consent.issues).toEqual(['CG601'])
    expect(document.getElementById('consent-gate')).toBeNull()
    online = true
    consent.set({ ui: 'notice' })
    await consent.drawn
    expect(document.querySelector('#consent-gate h2')?.textContent).toMatch(/privacy policy/i)
  })

  it('P18 tells of each part that does not arrive by a name of its own, or one would silence the other', async () => {
    const consent = asking()
    const told: string[] = []
    consent.report = (code, path) => told.push(`${code} ${path}`)
    const fail = () => Promise.reject(new Error('offline'))
    const missing = { preferences: fail, aside: fail, elements: fail, refusal: fail, reopen: fail }
    const noticeCopy: typeof eagerChunks.noticeCopy = (language) =>
      language === 'ko' ? fail() : eagerChunks.noticeCopy(language)
    stops.push(mountWith(consent, {}, { ...eagerChunks, ...missing, noticeCopy }).destroy)
    document.body.append(document.createElement('consent-gate-toggle'))
    await consent.drawn
    consent.set({ ui: 'preferences' })
    await consent.drawn
    consent.tellSession({ type: 'refused', reason: 'cookies-blocked' })
    consent.set({
      pending: [],
      answered: true,
      policy: { ...consent.get().policy, upcoming: POLICIES.upcoming },
    })
    consent.setLanguage('ko')
    await expect
      .poll(() => [...told].sort(), { timeout: 4000 })
      .toEqual(
        ['aside', 'consent-gate-toggle', 'lang', 'preferences', 'session', 'ui.reopen'].map(
          (path) => `CG601 ${path}`,
        ),
      )
  })

  it('P18 what had no words at the first try is there once after the next, in every language', async () => {
    let online = false
    const consent = asking()
    const furtherCopy: typeof eagerChunks.furtherCopy = async (language) => {
      if (!online) throw new Error('offline')
      return eagerChunks.furtherCopy(language)
    }
    stops.push(mountWith(consent, { reopen: 'none' }, { ...eagerChunks, furtherCopy }).destroy)
    await consent.drawn
    const policy = { ...consent.get().policy, upcoming: POLICIES.upcoming }
    consent.set({ pending: [], answered: true, policy })
    await consent.drawn
    expect(consent.issues).toEqual(['CG601'])
    online = true
    consent.set({ ui: 'notice' })
    await consent.drawn
    consent.setLanguage('ko')
    await consent.drawn
    expect(document.querySelectorAll('#consent-gate section')).toHaveLength(1)
    expect(document.querySelector('#consent-gate h2')?.textContent).toMatch(/개인정보/)
  })

  it('P5 what is told as the notice closes stays on the page', async () => {
    const consent = asking()
    const refusal: typeof eagerChunks.refusal = async () => ({
      ...(await eagerChunks.refusal('en')),
      async tellRefusal(_, { hold }) {
        consent.hide()
        return hold()
      },
    })
    stops.push(mountWith(consent, { reopen: 'none' }, { ...eagerChunks, refusal }).destroy)
    await consent.drawn
    consent.tellSession({ type: 'refused', reason: 'cookies-blocked' })
    await consent.drawn
    expect(document.getElementById('consent-gate')).not.toBeNull()
    expect(consent.get().ui).toBe('none')
  })

  /** Words of a language that arrive when the test says so. */
  const slowWords = () => {
    const arrive = new Map<string, (arrived: boolean) => void>()
    const noticeCopy: typeof eagerChunks.noticeCopy = async (language) => {
      if (language !== 'en') {
        const arrived = await new Promise<boolean>((resolve) => arrive.set(language, resolve))
        if (!arrived) throw new Error('offline')
      }
      return eagerChunks.noticeCopy(language)
    }
    return { arrive, chunks: { ...eagerChunks, noticeCopy } }
  }
  const label = () => document.querySelector('#consent-gate [data-role=accept]')?.textContent

  it('speaks the language asked for last, whichever arrives last', async () => {
    const { arrive, chunks } = slowWords()
    const consent = asking()
    stops.push(mountWith(consent, { reopen: 'none' }, chunks).destroy)
    await consent.drawn
    consent.setLanguage('ar')
    consent.setLanguage('ko')
    for (const language of ['ko', 'ar']) {
      arrive.get(language)?.(true)
      await consent.drawn
      expect([language, label()]).toEqual([language, '동의'])
    }
  })

  it('asks in the language of now where that changed before the notice was here, and waits for its words', async () => {
    const { arrive, chunks } = slowWords()
    const consent = asking()
    let come = () => {}
    const late = new Promise<void>((resolve) => {
      come = resolve
    })
    const ui = () => late.then(eagerChunks.ui)
    stops.push(mountWith(consent, { reopen: 'none' }, { ...chunks, ui }).destroy)
    consent.setLanguage('ko')
    come()
    await expect.poll(() => arrive.has('ko')).toBe(true)
    // Something changes meanwhile.
    consent.set({ services: { 'google-analytics': 'idle' } })
    expect(label()).toBeUndefined()
    arrive.get('ko')?.(true)
    await expect.poll(label).toBe('동의')
  })

  it('P18 words that do not arrive are reported, and those of before stay', async () => {
    const { arrive, chunks } = slowWords()
    const consent = asking()
    stops.push(mountWith(consent, { reopen: 'none' }, chunks).destroy)
    await consent.drawn
    consent.setLanguage('ko')
    arrive.get('ko')?.(false)
    await consent.drawn
    expect(consent.issues).toEqual(['CG601'])
    expect(label()).toBe('Accept')
  })

  it('P15 words that arrive after its end draw nothing', async () => {
    const { arrive, chunks } = slowWords()
    const consent = asking()
    const { destroy } = mountWith(consent, { reopen: 'none' }, chunks)
    await consent.drawn
    consent.setLanguage('ko')
    destroy()
    arrive.get('ko')?.(true)
    await consent.drawn
    expect(document.getElementById('consent-gate')).toBeNull()
  })

  it('hands its language to the consent, over the one of the configuration', async () => {
    const consent = fakeConsent({ lang: 'ko', settings: { ui: { lang: 'ko' } }, snapshot: { ui: 'notice' } })
    mount(consent, { lang: 'ar' })
    await consent.drawn
    expect(consent.lang).toBe('ar')
    expect(document.getElementById('consent-gate')?.lang).toBe('ar')
    consent.setLanguage('en')
    await consent.drawn
    expect(document.getElementById('consent-gate')?.lang).toBe('en')
  })

  it('goes by its own options before those of the configuration, key by key', async () => {
    const ui = { position: 'top', theme: 'dark' } as const
    const consent = fakeConsent({ lang: 'en', settings: { ui }, snapshot: { ui: 'notice' } })
    mount(consent, { position: 'start' })
    await consent.drawn
    expect(document.getElementById('consent-gate')?.dataset).toMatchObject({
      position: 'start',
      theme: 'dark',
    })
  })

  it('leaves the language of the consent alone where none is given', async () => {
    const consent = fakeConsent({ lang: 'ko' })
    mount(consent, {})
    expect(consent.lang).toBe('ko')
  })

  it('P18 takes a replaced text that is no text as missing', async () => {
    const consent = asking()
    mount(consent, { texts: JSON.parse('{ "accept": null, "reject": 7, "preferences": "More" }') })
    await consent.drawn
    const label = (role: string) => document.querySelector(`#consent-gate [data-role=${role}]`)?.textContent
    expect(['accept', 'reject', 'preferences'].map(label)).toEqual(['Accept', 'Reject', 'More'])
  })
})
