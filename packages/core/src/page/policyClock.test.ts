import { describe, expect, it } from 'vitest'
import { spy, startTab } from '../../test/fake/startTab.js'
import { DAY } from '../../test/fixtures.js'
import type { ConsentConfig } from '../types/config.js'

describe('P10 policy versions in an open page', () => {
  const policies = (askAgain: boolean): ConsentConfig => ({
    policies: [
      { version: 'v1' },
      { version: 'v2', announced: '2026-06-03', effective: '2026-06-13', askAgain },
    ],
  })

  it('announces, flips by itself, stops the service and asks', async () => {
    const { tab, ga, consent, browser } = await startTab(policies(true))
    consent.acceptAll()
    tab.setCookie('_ga=1; path=/')
    await browser.advance(2 * DAY - 1)
    expect(consent.get()).toMatchObject({ ui: 'none', policy: { upcoming: null } })
    await browser.advance(1)
    expect(consent.get()).toMatchObject({
      ui: 'notice',
      answered: true,
      policy: { upcoming: { version: 'v2' } },
    })
    expect(ga.calls.at(-1)).toBe('grant')
    await browser.advance(10 * DAY - 1)
    expect(ga.calls.at(-1)).toBe('grant')
    await browser.advance(1)
    expect(consent.get()).toMatchObject({
      state: { ga: 'denied' },
      ui: 'notice',
      answered: false,
      reason: 'policy',
      policy: { current: { version: 'v2' }, previous: [{ version: 'v1' }] },
    })
    expect(ga.calls.at(-1)).toBe('deny')
    expect(tab.cookies).not.toContain('_ga=')
    consent.acceptAll()
    expect(consent.get().record).toMatchObject({ policy: 'v2' })
    expect(browser.clock.waiting()).toBeLessThanOrEqual(4)
  })

  it('flips at its instant, not at the next look at the clock', async () => {
    const { consent, browser } = await startTab({
      policies: [{ version: 'v1' }, { version: 'v2', effective: '2026-06-01T00:00:30Z' }],
    })
    await browser.advance(29_999)
    expect(consent.get().policy.current.version).toBe('v1')
    await browser.advance(1)
    expect(consent.get().policy.current.version).toBe('v2')
  })

  it('flips as soon as it is there where the instant passed while it was on its way', async () => {
    const { consent, ga, browser } = await startTab(
      { policies: [{ version: 'v1' }, { version: 'v2', effective: '2026-06-01T00:00:01Z' }] },
      { loadsIn: 2_000 },
    )
    consent.acceptAll()
    await browser.advance(1_999)
    expect(consent.get().policy.current.version).toBe('v1')
    await browser.advance(1)
    expect(consent.get()).toMatchObject({
      policy: { current: { version: 'v2' } },
      reason: 'policy',
      ui: 'notice',
    })
    expect(ga.calls.at(-1)).toBe('deny')
  })

  it('a clock that was ahead and is set back takes the flip back, and it comes at its real instant', async () => {
    const { consent, browser } = await startTab({
      policies: [{ version: 'v1' }, { version: 'v2', announced: '2026-05-01', effective: '2026-06-10' }],
    })
    const current = () => consent.get().policy.current.version
    consent.acceptAll()
    await browser.settle()
    for (const [days, version] of [
      [30, 'v2'],
      [-30, 'v1'],
    ] as const) {
      browser.clock.jump(days * DAY)
      await browser.advance(60_000)
      expect(current()).toBe(version)
    }
    await browser.advance(9 * DAY - 120_001)
    expect(current()).toBe('v1')
    await browser.advance(1)
    expect(current()).toBe('v2')
  })

  it('P10 a flip that asks again asks also where the visitor had hidden the notice', async () => {
    const { consent, browser } = await startTab(policies(true))
    consent.acceptAll()
    consent.hide()
    await browser.advance(20 * DAY)
    expect(consent.get()).toMatchObject({ ui: 'notice', reason: 'policy' })
  })

  it('P14 where no version is ahead nothing is loaded to wait for one', async () => {
    const dated = [{ version: 'v1', effective: '2026-01-01' }]
    const { codes, browser } = await startTab({ policies: dated }, { blocked: ['care'] })
    expect(codes).not.toContain('CG602')
    expect(browser.clock.waiting()).toBe(0)
  })

  it('flips quietly where the version does not ask again', async () => {
    const { ga, consent, browser } = await startTab(policies(false))
    consent.acceptAll()
    consent.hide()
    await browser.advance(20 * DAY)
    expect(consent.get()).toMatchObject({ state: { ga: 'granted' }, policy: { current: { version: 'v2' } } })
    expect(ga.calls).toEqual(['deny', 'grant'])
  })

  it('remembers which advance notice was dismissed', async () => {
    const { tab, consent, browser } = await startTab(policies(true))
    consent.acceptAll()
    await browser.advance(3 * DAY)
    expect(consent.get().ui).toBe('notice')
    consent.dismissNotice()
    expect(consent.get()).toMatchObject({
      ui: 'none',
      state: { ga: 'granted' },
      record: { seen: 'v2', rev: 2 },
    })
    tab.close()
    const next = await startTab(policies(true), { browser })
    expect(next.consent.get()).toMatchObject({ ui: 'none', answered: true })
    await browser.advance(11 * DAY)
    expect(next.consent.get()).toMatchObject({ ui: 'notice', answered: false })
  })

  it('P8 a dismissal that cannot be written hides the notice and leaves the stored yes in force', async () => {
    const { consent, browser, ga } = await startTab(policies(true))
    consent.acceptAll()
    await browser.advance(3 * DAY)
    browser.jar.fault = 'unwritable'
    browser.local = 'full'
    consent.dismissNotice()
    await browser.settle()
    expect(consent.get()).toMatchObject({ ui: 'none', state: { ga: 'granted' }, persisted: true })
    expect(ga.calls.at(-1)).toBe('grant')
  })

  it('flips within a minute after a sleep, and at once when the page is shown', async () => {
    const { tab, consent, browser } = await startTab(policies(true))
    consent.acceptAll()
    browser.clock.sleep(20 * DAY)
    await browser.advance(60_000)
    expect(consent.get().state.ga).toBe('denied')
    consent.acceptAll()
    browser.clock.sleep(181 * DAY)
    tab.becomeVisible()
    expect(consent.get()).toMatchObject({ state: { ga: 'denied' }, answered: false, record: null })
  })

  it('asks only for what is new', async () => {
    const { tab, consent, browser } = await startTab()
    consent.acceptAll()
    tab.close()
    const added = spy('counter')
    const next = await startTab({ services: [spy('ga'), added] }, { browser })
    expect(next.consent.get()).toMatchObject({
      state: { ga: 'granted', counter: 'denied', analytics: 'denied' },
      pending: ['counter'],
      ui: 'notice',
    })
  })

  it('a notice that was hidden stays hidden while nothing of the policies changes', async () => {
    const { consent, browser } = await startTab(policies(true))
    consent.hide()
    await browser.advance(DAY)
    expect(consent.get().ui).toBe('none')
  })

  it('P18 a dismissal by a visitor who has not answered changes nothing', async () => {
    const { consent, browser } = await startTab(policies(true))
    await browser.advance(3 * DAY)
    const before = consent.get()
    expect(before.policy.upcoming).toMatchObject({ version: 'v2' })
    consent.dismissNotice()
    expect(consent.get()).toBe(before)
  })
})
