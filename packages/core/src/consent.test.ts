import { describe, expect, it } from 'vitest'
import { FakeBrowser } from '../test/fake/fakeBrowser.js'
import { POLICIES, spy, startTab } from '../test/fake/startTab.js'
import { DAY } from '../test/fixtures.js'

describe('a first visit', () => {
  it('P1 grants nothing, stores nothing, and asks', async () => {
    const { tab, ga, consent, browser } = await startTab()
    expect(consent.get()).toMatchObject({
      state: { necessary: 'granted', analytics: 'denied', ga: 'denied' },
      pending: ['ga'],
      answered: false,
      reason: 'unanswered',
      record: null,
      ui: 'notice',
      persisted: false,
    })
    expect(ga.calls).toEqual(['deny'])
    expect(tab.cookies).toBe('')
    expect(browser.errors).toEqual([])
  })
})

describe('P11 signals', () => {
  it('GPC without a record: denied by signal, nothing stored, nothing asked', async () => {
    const { tab, consent } = await startTab({}, { gpc: true })
    expect(consent.get()).toMatchObject({ reason: 'signal', ui: 'none', answered: false, record: null })
    expect(tab.cookies).toBe('')
  })

  it('P4 what the signal denies is denied to the service as by an answer: nothing waits for a later yes', async () => {
    const { ga } = await startTab({}, { gpc: true })
    expect(ga.contexts).toMatchObject([{ answered: true }])
  })

  it('an explicit choice wins, here and on the next page', async () => {
    const { tab, consent, browser } = await startTab({}, { gpc: true })
    expect(consent.acceptAll().snapshot.state.ga).toBe('granted')
    tab.close()
    const next = await startTab({}, { browser, gpc: true })
    expect(next.ga.calls).toEqual(['grant'])
  })

  it('an expired record is denied by signal, without a prompt', async () => {
    const { tab, consent, browser } = await startTab({}, { gpc: true })
    consent.acceptAll()
    await browser.advance(181 * DAY)
    tab.becomeVisible()
    expect(consent.get()).toMatchObject({ reason: 'signal', ui: 'none', state: { ga: 'denied' } })
  })

  it('preferences can be opened all the same', async () => {
    const { consent } = await startTab({}, { gpc: true })
    consent.connectPrompt(async () => {})
    await expect(consent.showPreferences()).resolves.toBe(true)
    expect(consent.get().ui).toBe('preferences')
  })
})

describe('P15 a good guest', () => {
  it('does nothing in a prerendered page until it is shown', async () => {
    const { consent, tab, ga, browser } = await startTab({}, { prerendering: true })
    expect(consent.get()).toMatchObject({ reason: 'server', ui: 'none' })
    expect(ga.calls).toEqual([])
    tab.activate()
    await browser.settle()
    expect(consent.get()).toMatchObject({ reason: 'unanswered', ui: 'notice' })
    expect(ga.calls).toEqual(['deny'])
  })

  it('P1 P9 an answer in another tab starts nothing in a prerendered page', async () => {
    const { browser, tab, ga } = await startTab({}, { prerendering: true })
    const other = await startTab({}, { browser })
    other.consent.acceptAll()
    await browser.settle()
    expect(ga.calls).toEqual([])
    tab.activate()
    expect(ga.calls).toEqual(['grant'])
  })

  it('P1 a choice by the code of a prerendered page starts nothing before it is shown', async () => {
    const { tab, ga, consent } = await startTab({}, { prerendering: true })
    consent.acceptAll()
    expect(ga.calls).toEqual([])
    tab.activate()
    expect(ga.calls).toEqual(['grant'])
  })

  it('P1 what the code of a prerendered page tells services reaches them when it is shown, after the grant', async () => {
    const browser = new FakeBrowser()
    const answered = await startTab({}, { browser })
    answered.consent.acceptAll()
    const told: string[] = []
    const ga = spy('ga', 'analytics', {
      grant: () => void told.push('grant'),
      track: (name) => void told.push(name),
      pageView: () => void told.push('page'),
    })
    const { consent, tab } = await startTab({ services: [ga] }, { browser, prerendering: true })
    consent.track('view_item')
    consent.pageView()
    expect(told).toEqual([])
    tab.activate()
    consent.track('login')
    expect(told).toEqual(['grant', 'view_item', 'page', 'login'])
  })

  it('`destroy` leaves no listener, observer, channel or timer', async () => {
    const { consent, tab, browser } = await startTab(
      {
        policies: [{ version: 'v1' }, { version: 'v2', effective: '2026-07-01' }],
        session: { cookie: 'sid', idleMinutes: 30 },
      },
      { cookieStore: true },
    )
    consent.session.start('token')
    consent.acceptAll()
    consent.withdraw()
    await browser.settle()
    expect(tab.leftovers()).toEqual(
      expect.arrayContaining(['pageshow', 'click', 'channel', 'observer', 'change']),
    )
    expect(browser.clock.waiting()).toBeGreaterThan(0)
    consent.destroy()
    await browser.settle()
    expect(tab.leftovers()).toEqual([])
    expect(browser.clock.waiting()).toBe(0)
  })

  it('`destroy` also leaves nothing when a part arrives later, or in a prerendered page', async () => {
    const browser = new FakeBrowser()
    const tab = browser.open()
    const consent = tab.start({
      policies: POLICIES,
      services: [spy('ga')],
      session: { cookie: 'sid', idleMinutes: 1 },
    })
    consent.destroy()
    await browser.settle()
    expect(tab.leftovers()).toEqual([])
    expect(browser.clock.waiting()).toBe(0)
    const hidden = browser.open(undefined, { prerendering: true })
    hidden.start({ policies: POLICIES }).destroy()
    hidden.activate()
    await browser.settle()
    expect(hidden.leftovers()).toEqual([])
  })

  it('after `destroy` no subscriber hears of a change of the same task', async () => {
    const { consent, browser } = await startTab()
    let told = 0
    consent.subscribe(() => told++)
    consent.acceptAll()
    consent.destroy()
    await browser.settle()
    expect(told).toBe(0)
  })

  it('after `destroy` nothing is written, nothing starts, and each service was told once', async () => {
    let destroyed = 0
    const ga = spy('ga', 'analytics', { destroy: () => void destroyed++ })
    const policies = [{ version: 'v1' }, { version: 'v2', announced: '2026-05-01', effective: '2026-07-01' }]
    const { consent, tab, browser } = await startTab({ services: [ga], policies })
    consent.rejectAll()
    const before = tab.cookies
    const calls = [...ga.calls]
    consent.destroy()
    consent.destroy()
    expect(destroyed).toBe(1)
    const last = consent.get()
    for (const act of [consent.acceptAll, consent.rejectAll, consent.withdraw, consent.erase]) {
      expect((act as () => unknown)()).toMatchObject({ ok: false, reason: 'destroyed' })
    }
    expect(consent.save({ ga: true })).toMatchObject({ ok: false, reason: 'destroyed' })
    consent.reset()
    consent.dismissNotice()
    tab.becomeVisible()
    await browser.settle()
    expect(tab.cookies).toBe(before)
    expect(ga.calls).toEqual(calls)
    expect(consent.get().state).toEqual(last.state)
    expect(tab.localStorage.getItem('consent_gate.history')).not.toBeNull()
  })

  it('on a server every method answers, and nothing is kept', async () => {
    const { createConsent } = await import('./createConsent.js')
    const consent = createConsent({ policies: POLICIES, services: [spy('ga')], session: { cookie: 'sid' } })
    for (const answer of [
      consent.acceptAll(),
      consent.rejectAll(),
      consent.withdraw(),
      consent.save({ ga: true }),
    ])
      expect(answer).toMatchObject({ ok: false, reason: 'not-stored' })
    consent.reset()
    expect(consent.erase()).toMatchObject({ snapshot: { state: { ga: 'denied' } } })
    expect(consent.session.start('token').ok).toBe(false)
    expect(consent.exportData().record).toBeNull()
    consent.destroy()
  })

  it('P14 who has answered waits for no further part of core, and who has not for advice alone', async () => {
    const config = { session: { cookie: 'sid' }, receipts: { url: '/receipts' } }
    const { consent, browser, tab } = await startTab(config)
    expect(tab.asked).toEqual(['advice'])
    consent.acceptAll()
    await browser.settle()
    const next = await startTab(config, { browser })
    expect(next.tab.asked).toEqual([])
    const unread = browser.open()
    unread.start(null)
    // Nothing to ask for is most likely a mistake.
    const empty = browser.open()
    empty.start({ policies: POLICIES })
    await browser.settle()
    expect([unread.asked, empty.asked]).toEqual([[], ['advice']])
  })
})
