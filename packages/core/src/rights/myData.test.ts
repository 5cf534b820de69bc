import { describe, expect, it } from 'vitest'
import { spy, startTab } from '../../test/fake/startTab.js'
import { DAY } from '../../test/fixtures.js'
import type { SessionConfig } from '../types/config.js'

describe('P16 my data', () => {
  it('exports the record, the history, and the names of what is there; no values and no token', async () => {
    const services = [
      spy('ga', 'analytics', { cookies: [{ name: '_ga*' }, { name: 'FPID', httpOnly: true }] }),
    ]
    const { consent, tab } = await startTab({
      services,
      session: { cookie: 'sid' },
      necessary: [{ name: 'cart' }],
    })
    consent.session.start('secret-token')
    tab.setCookie('cart=secret-cart; path=/')
    tab.setCookie('other=1; path=/')
    consent.acceptAll('notice')
    tab.setCookie('_ga=secret-ga; path=/')
    const data = consent.exportData()
    expect(data).toMatchObject({
      format: 1,
      exported: '2026-06-01T00:00:00.000Z',
      record: { rev: 1 },
      history: [{ policy: 'v1', source: 'notice', choices: { ga: 'granted' } }],
      unreadable: ['FPID'],
      session: { cookie: 'sid', present: true },
    })
    expect([...data.cookies].sort()).toEqual(['_ga', 'cart', 'consent_gate', 'sid'])
    expect(JSON.stringify(data)).not.toContain('secret')
  })

  it('P16 holds what waits to be sent and the time of the last activity, and neither the token nor its mark', async () => {
    const { consent, tab } = await startTab({ session: { cookie: 'sid', idleMinutes: 30 } })
    consent.session.start('secret-token')
    tab.localStorage.setItem('consent_gate.outbox', '[{"key":"a.1"}]')
    tab.localStorage.setItem('consent_gate.idle', '1780272000000.123456')
    const data = consent.exportData()
    expect(data).toMatchObject({ receipts: [{ key: 'a.1' }], lastActivity: 1_780_272_000_000 })
    expect(JSON.stringify(data)).not.toMatch(/123456|secret/)
    tab.localStorage.removeItem('consent_gate.outbox')
    tab.localStorage.removeItem('consent_gate.idle')
    expect(consent.exportData()).toMatchObject({ receipts: [], lastActivity: null })
  })

  it('says of a session cookie whether it is there, as far as a page can know', async () => {
    const presentWith = async (session: SessionConfig) =>
      (await startTab({ session })).consent.exportData().session?.present
    expect(await presentWith({ cookie: 'sid' })).toBe(false)
    expect(await presentWith({ cookie: 'sid', httpOnly: true })).toBe('unknown')
    expect(await presentWith({ cookie: 'sid', httpOnly: true, signedIn: true })).toBe(true)
  })

  it('keeps the last fifty choices of three months', async () => {
    const { consent, browser, tab } = await startTab()
    for (let turn = 0; turn < 60; turn++) {
      consent.save({ ga: turn % 2 === 0 })
      await browser.advance(1_000)
    }
    const { history } = consent.exportData()
    expect(history).toHaveLength(50)
    expect(history.at(-1)).toMatchObject({ choices: { ga: 'denied' } })
    const times = history.map(({ time }) => time)
    expect(times).toEqual([...times].sort((one, other) => one - other))
    await browser.advance(93 * DAY)
    expect(consent.exportData().history).toEqual([])
    consent.acceptAll()
    expect(JSON.parse(tab.localStorage.getItem('consent_gate.history') ?? '')).toHaveLength(1)
  })

  it('the history leaves the browser with its period, at the next visit, without a choice', async () => {
    const { consent, tab, browser } = await startTab()
    const kept = () => JSON.parse(tab.localStorage.getItem('consent_gate.history') ?? '[]')
    consent.acceptAll()
    tab.close()
    browser.clock.sleep(50 * DAY)
    const second = await startTab({}, { browser })
    second.consent.rejectAll()
    second.tab.close()
    for (const [days, left] of [
      [40, 2],
      [10, 1],
      [100, 0],
    ] as const) {
      browser.clock.sleep(days * DAY)
      const { tab: visit } = await startTab({}, { browser })
      await browser.settle()
      expect(kept()).toHaveLength(left)
      visit.close()
    }
  })

  it.each(['{', 'null', '{}', '[null]', '5', '"x"'])(
    'P6 reads a broken history (%s) as none',
    async (text) => {
      const { consent, tab } = await startTab()
      tab.localStorage.setItem('consent_gate.history', text)
      expect(consent.exportData().history).toEqual([])
      consent.acceptAll()
      expect(consent.exportData().history).toHaveLength(1)
    },
  )

  it('erases the record, the history and the receipts, and leaves the session; the next page asks', async () => {
    const { consent, tab, browser, ga } = await startTab({
      session: { cookie: 'sid' },
      receipts: { url: '/receipts' },
    })
    consent.session.start('token')
    consent.acceptAll()
    tab.setCookie('_ga=1; path=/')
    tab.localStorage.setItem('consent_gate.outbox', '[]')
    const result = consent.erase()
    expect(result).toMatchObject({ ok: true, snapshot: { record: null, answered: false, ui: 'none' } })
    await expect(result.done).resolves.toMatchObject({ deleted: ['_ga'] })
    expect(tab.cookies).toBe('sid=token')
    expect(Object.keys(tab.localStorage).filter((key) => key.startsWith('consent_gate'))).toEqual([])
    expect(ga.calls.at(-1)).toBe('deny')
    tab.becomeVisible()
    expect(consent.get().ui).toBe('none')
    tab.close()
    expect((await startTab({}, { browser })).consent.get()).toMatchObject({ ui: 'notice', answered: false })
  })
})
