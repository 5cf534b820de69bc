import { describe, expect, it } from 'vitest'
import { spy, startTab } from '../test/fake/startTab.js'

describe('prompts', () => {
  it('the interface is loaded when something shows, once', async () => {
    const { consent, tab, browser } = await startTab({}, { gpc: true })
    let loads = 0
    consent.connectPrompt(async () => void loads++)
    expect(loads).toBe(0)
    await consent.showPreferences()
    await consent.showNotice()
    tab.becomeVisible()
    await browser.settle()
    expect(loads).toBe(1)
  })

  it('an interface that comes while the notice is due is loaded at once, and one that comes after it too', async () => {
    const { consent } = await startTab()
    const loads: number[] = []
    const stop = consent.connectPrompt(async () => void loads.push(1))
    expect(loads).toEqual([1])
    stop()
    consent.connectPrompt(async () => void loads.push(2))
    expect(loads).toEqual([1, 2])
  })

  it('P18 an interface that cannot load: false, an issue, nothing shown, and another try later', async () => {
    const { consent, codes } = await startTab({}, { gpc: true })
    let loads = 0
    consent.connectPrompt(async () => {
      loads += 1
      if (loads === 1) throw new Error('blocked')
    })
    await expect(consent.showPreferences()).resolves.toBe(false)
    expect(codes).toContain('CG601')
    expect(consent.get().ui).toBe('none')
    await expect(consent.showPreferences()).resolves.toBe(true)
  })

  it('P15 what an interface leaves behind, its late failure or its end, does not touch the one that came after', async () => {
    const { consent } = await startTab({}, { gpc: true })
    let fail = (_: Error) => {}
    const disconnect = consent.connectPrompt(
      () =>
        new Promise((_, reject) => {
          fail = reject
        }),
    )
    const first = consent.showPreferences()
    disconnect()
    const second = consent.connectPrompt(async () => {})
    fail(new Error('late'))
    expect(await first).toBe(false)
    expect(consent.get().ui).toBe('preferences')
    disconnect()
    expect(await consent.showNotice()).toBe(true)
    second()
    expect(await consent.showNotice()).toBe(false)
  })

  it('a language is told to the interface', async () => {
    const { consent } = await startTab({ ui: { lang: 'ko' } })
    expect(consent.lang).toBe('ko')
    const heard: string[] = []
    const stop = consent.onLanguage((lang) => heard.push(lang))
    consent.setLanguage('en')
    stop()
    consent.setLanguage('ar')
    expect(heard).toEqual(['en'])
    expect(consent.lang).toBe('ar')
  })

  it('`hide` lasts for the page, through other tabs and returns; the next page asks again', async () => {
    const { consent, tab, browser } = await startTab()
    consent.hide()
    tab.becomeVisible()
    tab.leave()
    tab.comeBack()
    await browser.settle()
    expect(consent.get()).toMatchObject({ ui: 'none', answered: false })
    tab.close()
    expect((await startTab({}, { browser })).consent.get().ui).toBe('notice')
  })

  it('P17 a notice that was opened by hand stays when the same record is read again, and tells the outcome', async () => {
    const { consent, tab, browser } = await startTab()
    consent.acceptAll()
    await consent.showNotice()
    tab.becomeVisible()
    await browser.settle()
    expect(consent.get().ui).toBe('notice')
    consent.rejectAll('notice')
    expect(consent.get()).toMatchObject({ ui: 'notice', state: { ga: 'denied' } })
  })

  it('`reset` forgets the answer and asks at once, also where the notice was hidden', async () => {
    const { consent, tab, ga } = await startTab()
    consent.acceptAll()
    consent.hide()
    consent.reset()
    expect(consent.get()).toMatchObject({ ui: 'notice', record: null, answered: false, reason: 'unanswered' })
    expect(tab.cookies).toBe('')
    expect(ga.calls.at(-1)).toBe('deny')
  })

  it('an interface that could not show what it was asked for gives false', async () => {
    const { consent } = await startTab({}, { gpc: true })
    consent.connectPrompt(async () => ({ settled: async () => false }))
    expect(await consent.showPreferences()).toBe(false)
  })

  it('`reset` ends what `hide` began: what another page leaves unanswered is asked here', async () => {
    const { consent, browser } = await startTab()
    consent.hide()
    consent.reset()
    consent.acceptAll()
    const services = [spy('maps', 'media')]
    const other = await startTab({ services }, { browser })
    other.consent.acceptAll()
    await browser.settle()
    expect(consent.get()).toMatchObject({ ui: 'notice', pending: ['ga'] })
  })
})
