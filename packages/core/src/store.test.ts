import { describe, expect, it } from 'vitest'
import { startTab } from '../test/fake/startTab.js'
import { storedIn } from '../test/fake/storedIn.js'
import type { Consent } from './types/consent.js'

describe('who listens', () => {
  it('`subscribe` hears of changes a task later, and only of changes', async () => {
    const { consent, browser } = await startTab()
    const heard: string[] = []
    const stop = consent.subscribe((next, previous) => heard.push(`${previous.state.ga} ${next.state.ga}`))
    consent.acceptAll()
    expect(heard).toEqual([])
    await browser.settle()
    expect(heard).toContain('denied granted')
    heard.length = 0
    consent.hide()
    await browser.settle()
    expect(heard).toEqual([])
    stop()
    consent.rejectAll()
    await browser.settle()
    expect(heard).toEqual([])
  })

  it.each([
    ['a yes', (consent: Consent) => consent.acceptAll()],
    ['a no', (consent: Consent) => consent.rejectAll()],
    ['a dismissed notice', (consent: Consent) => [consent.acceptAll(), consent.dismissNotice()]],
  ])('%s that is read again is no change', async (_, act) => {
    const policies = [{ version: 'v1' }, { version: 'v2', announced: '2026-05-01', effective: '2026-07-01' }]
    const { consent, tab, browser } = await startTab({ policies }, { cookieStore: true })
    act(consent)
    const before = consent.get()
    await browser.settle()
    tab.becomeVisible()
    expect(consent.get()).toBe(before)
  })

  it('an answer and what services report while they follow it are one change', async () => {
    const { consent, browser } = await startTab({ services: [{ id: 'videos', category: 'media' }] })
    const heard: string[] = []
    consent.watch(({ services }) => heard.push(`watch ${services.videos}`))
    consent.subscribe(({ services }) => heard.push(`subscribe ${services.videos}`))
    consent.acceptAll()
    await browser.settle()
    expect(heard).toEqual(['watch running', 'subscribe running'])
  })

  it.each([
    ['the one that a prerendered page has', true],
    ['the first', false],
  ])('nobody can change a snapshot, nor anything in it: not %s, nor a later one', async (_, prerendering) => {
    const { consent } = await startTab({}, { prerendering })
    const loose = (value: unknown): unknown[] =>
      Object(value) === value
        ? [...(Object.isFrozen(value) ? [] : [value]), ...Object.values(value as object).flatMap(loose)]
        : []
    expect(loose(consent.get())).toEqual([])
    consent.acceptAll()
    expect(consent.get().record).not.toBeNull()
    expect(loose(consent.get())).toEqual([])
  })

  it('`watch` hears of them at once', async () => {
    const { consent } = await startTab()
    const heard: unknown[] = []
    consent.watch((next) => heard.push(next.state.ga))
    consent.acceptAll()
    expect(heard).toContain('granted')
  })

  it('one that throws stops no other, neither the choice, and is reported', async () => {
    const { consent, ga, browser, codes, tab } = await startTab()
    const heard: string[] = []
    const broken = () => {
      throw new Error('broken')
    }
    const topics = ['onLanguage', 'onWithdrawn', 'subscribe', 'watch'] as const
    for (const topic of topics) {
      consent[topic](broken)
      consent[topic](() => void heard.push(topic))
    }
    consent.onIssue(broken)
    consent.acceptAll()
    expect(storedIn(tab)).toMatchObject([{ choices: { ga: 'granted' } }])
    consent.withdraw()
    consent.setLanguage('en')
    await browser.settle()
    expect([...new Set(heard)].sort()).toEqual(topics)
    expect(ga.calls).toEqual(['deny', 'grant', 'deny'])
    expect(codes).toContain('CG303')
    expect(browser.errors).toEqual([])
  })
})
