import { describe, expect, it } from 'vitest'
import { FakeBrowser } from '../../test/fake/fakeBrowser.js'
import { POLICIES, spy, startTab } from '../../test/fake/startTab.js'
import type { ConsentConfig } from '../types/config.js'

describe('a minor, and a configuration that cannot be used', () => {
  it('P1 nothing that a minor could say is stored', async () => {
    const { consent, tab } = await startTab({ minor: true })
    expect(consent.acceptAll()).toMatchObject({ ok: false, reason: 'not-stored' })
    expect(consent.get().record).toBe(null)
    expect((tab.win as unknown as Window).document.cookie).toBe('')
  })

  it('keeps everything optional denied and asks nothing', async () => {
    const { consent, ga } = await startTab({ minor: true })
    consent.acceptAll()
    expect(consent.get()).toMatchObject({
      reason: 'config',
      ui: 'none',
      pending: [],
      state: { ga: 'denied' },
    })
    expect(ga.calls).toEqual(['deny'])
  })

  it('P18 null starts with everything denied and asks nothing', async () => {
    const browser = new FakeBrowser()
    const consent = browser.open().start(null)
    await browser.settle()
    expect(consent.get()).toMatchObject({ reason: 'config', ui: 'none', state: { necessary: 'granted' } })
    expect(browser.errors).toEqual([])
  })

  it.each([
    { services: 'ga' },
    { ui: null },
    { signals: null },
    { record: null },
    { session: null },
    { receipts: null },
    { categories: null },
    { categories: { media: null } },
    { record: { cookie: 5, days: [], domain: {} } },
    { utcOffset: 5, policies: [{ version: 'v1', effective: '2026-01-01' }] },
    { services: [null] },
    { services: { id: 'ga' } },
    { policies: {} },
    { policies: [null] },
    { policies: [{ version: 'v1', effective: 5 }] },
    { necessary: [null] },
    { necessary: 'sid' },
    { session: { cookie: 5 } },
    { services: [{ id: 'x', category: 'analytics', cookies: 'all' }] },
    'a string',
    5,
    [],
  ])('P18 never throws at the page: %j', async (config) => {
    const browser = new FakeBrowser()
    const consent = browser.open().start(config as ConsentConfig)
    await browser.settle()
    expect(Object.values(consent.get().state).filter((status) => status === 'granted')).toHaveLength(1)
    expect(browser.errors).toEqual([])
  })

  it('P18 says so when a configuration is no configuration', async () => {
    const browser = new FakeBrowser()
    const consent = browser.open().start({ services: [null] } as unknown as ConsentConfig)
    const codes: string[] = []
    consent.onIssue(({ code }) => codes.push(code))
    expect(codes).toContain('CG100')
    expect(consent.get()).toMatchObject({ reason: 'config', ui: 'none' })
  })

  it.each([
    ['a configuration that could not be read', null],
    ['a minor', { minor: true, services: [spy('ga')], policies: POLICIES }],
  ])('P7 %s: nothing is asked, no answer is taken, the stored one is kept', async (_, config) => {
    const { tab, browser, consent: before } = await startTab()
    before.rejectAll()
    tab.close()
    const page = browser.open()
    const consent = page.start(config)
    const kept = page.cookies
    consent.connectPrompt(async () => {})
    expect(await consent.showNotice()).toBe(false)
    expect(await consent.showPreferences()).toBe(false)
    expect(consent.get().ui).toBe('none')
    expect(consent.acceptAll()).toMatchObject({ ok: false, reason: 'not-stored' })
    expect(consent.rejectAll()).toMatchObject({ ok: false, reason: 'not-stored' })
    expect(page.cookies).toBe(kept)
  })
})
