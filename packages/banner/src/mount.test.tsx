import { afterEach, describe, expect, it } from 'vitest'
import './testing/closesLater.js'
import './testing/noLayout.js'
import { mountBanner } from './eager.js'
import { eagerChunks } from './eagerChunks.js'
import { mount as mountWith } from './mount.js'
import { fakeConsent } from './testing/fakeConsent.js'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  document.body.replaceChildren()
})

const asking = () => fakeConsent({ lang: 'en', snapshot: { ui: 'notice' } })

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

  it('P15 stops listening, with "my data" open as well', async () => {
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
    const details = document.querySelector('dialog .my') as HTMLDetailsElement
    Object.assign(details, { open: true }).dispatchEvent(new Event('toggle'))
    await expect.poll(() => details.querySelector('dl')).not.toBeNull()
    expect(listening).toBeGreaterThan(0)
    banner.destroy()
    await expect.poll(() => listening).toBe(0)
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
