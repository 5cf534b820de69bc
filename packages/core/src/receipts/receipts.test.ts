import { describe, expect, it } from 'vitest'
import { FakeBrowser } from '../../test/fake/fakeBrowser.js'
import { startTab } from '../../test/fake/startTab.js'
import { DAY } from '../../test/fixtures.js'

const receipts = { url: '/receipts' }
const SENT = 'POST https://shop.example.com/receipts'

describe('receipts', () => {
  it.each([
    [204, 0, false],
    [400, 0, true],
    [404, 0, true],
    [408, 1, false],
    [429, 1, false],
    [500, 1, false],
    [503, 1, false],
  ])(
    'a receipt that the server answers with %i: %i left for the next page, said to be refused: %s',
    async (status, left, refused) => {
      const { consent, browser, codes } = await startTab({ receipts }, { status })
      consent.acceptAll()
      await browser.settle()
      expect(consent.exportData().receipts).toHaveLength(left)
      expect(codes.includes('CG210')).toBe(refused)
    },
  )

  it('keeps the last twenty receipts that no server took', async () => {
    const { consent, browser } = await startTab({ receipts }, { status: 503 })
    for (let choice = 0; choice < 22; choice++) {
      consent.save({ ga: choice % 2 === 0 })
      await browser.settle()
    }
    const revs = consent.exportData().receipts.map((receipt) => (receipt as { rev: number }).rev)
    expect(revs).toEqual(Array.from({ length: 20 }, (_, index) => index + 3))
  })

  it.each(['[null]', '[7, {}]', '{}', 'x'])(
    'a receipt is sent where the outbox holds what is none: %s',
    async (outbox) => {
      const { consent, tab, browser } = await startTab({ receipts }, { status: 503 })
      tab.localStorage.setItem('consent_gate.outbox', outbox)
      consent.acceptAll()
      await browser.settle()
      expect(tab.requests).toEqual([SENT])
      expect(consent.exportData().receipts).toMatchObject([{ rev: 1 }])
    },
  )

  it.each(['refused', 'full'] as const)(
    'a receipt has its one attempt where localStorage is %s',
    async (fault) => {
      const browser = new FakeBrowser()
      browser.local = fault
      const { consent, tab } = await startTab({ receipts }, { browser })
      consent.acceptAll()
      await browser.settle()
      expect(tab.requests).toEqual([SENT])
    },
  )

  it('a page that is left before the receipts part is here leaves the receipt to the next page', async () => {
    const { consent, tab, browser } = await startTab({ receipts }, { blocked: ['receipts'] })
    consent.acceptAll()
    consent.rejectAll()
    tab.close()
    const next = await startTab({ receipts }, { browser, status: 503 })
    expect(tab.requests).toEqual([])
    // One for each choice, in their order.
    expect(next.tab.requests).toEqual([SENT, SENT])
    expect(next.consent.exportData().receipts).toMatchObject([
      { rev: 1, choices: { ga: 'granted' } },
      { rev: 2, choices: { ga: 'denied' } },
    ])
    expect(next.tab.localStorage.getItem('consent_gate.due')).toBeNull()
  })

  it('two choices before the receipts part is here are sent once each', async () => {
    const { consent, tab, browser } = await startTab({ receipts })
    consent.acceptAll()
    consent.rejectAll()
    await browser.settle()
    expect(tab.requests).toEqual([SENT, SENT])
    expect(Object.keys(tab.localStorage)).toEqual(['consent_gate.history'])
  })

  it('what is erased before the receipts part is here is not sent, and not kept', async () => {
    const { consent, tab, browser } = await startTab({ receipts }, { status: 503 })
    consent.acceptAll()
    consent.erase()
    await browser.settle()
    expect(tab.requests).toEqual([])
    expect(Object.keys(tab.localStorage)).toEqual([])
  })

  it('a choice that was reset has its receipt, also where the part comes with the next page', async () => {
    const { consent, tab, browser } = await startTab({ receipts }, { blocked: ['receipts'] })
    consent.acceptAll()
    consent.reset()
    await browser.settle()
    tab.close()
    const next = await startTab({ receipts }, { browser })
    expect(next.tab.requests).toEqual([SENT])
    expect(Object.keys(next.tab.localStorage)).toEqual(['consent_gate.history'])
  })

  it('a receipt that is on its way is not sent again with the next choice; one that failed is', async () => {
    const { consent, tab, browser } = await startTab({ receipts: { url: '/receipts' } }, { status: 503 })
    let answer = () => {}
    tab.slow = new Promise<void>((resolve) => {
      answer = resolve
    })
    consent.acceptAll()
    await browser.settle()
    consent.rejectAll()
    await browser.settle()
    expect(tab.requests).toHaveLength(2)
    answer()
    await browser.settle()
    consent.acceptAll()
    await browser.settle()
    expect(tab.requests).toHaveLength(5)
  })

  it('P16 a receipt that no server takes leaves the browser after three months, as my data says', async () => {
    const { consent, tab, browser } = await startTab({ receipts }, { status: 503 })
    consent.acceptAll()
    await browser.settle()
    tab.close()
    browser.clock.jump(91 * DAY)
    const kept = await startTab({ receipts }, { browser, status: 503 })
    expect(kept.tab.requests).toEqual([SENT])
    kept.tab.close()
    browser.clock.jump(2 * DAY)
    const next = await startTab({ receipts }, { browser, status: 503 })
    expect(next.tab.requests).toEqual([])
    expect(next.tab.localStorage.getItem('consent_gate.outbox')).toBeNull()
  })

  it('a receipt that was taken leaves those in the browser that were not', async () => {
    const status = ({ body }: RequestInit) => (JSON.parse(`${body}`).rev === 1 ? 503 : 204)
    const { consent, browser } = await startTab({ receipts }, { status })
    consent.acceptAll()
    consent.rejectAll()
    await browser.settle()
    expect(consent.exportData().receipts).toMatchObject([{ rev: 1 }])
  })

  it('a receipt says under which policy and in which language it was given, and outlives its page', async () => {
    const policies = [
      { version: 'v1', url: '/old', effective: '2026-01-01' },
      { version: 'v2', url: '/privacy', effective: '2026-05-01' },
    ]
    const { consent, tab, browser } = await startTab({ receipts, policies }, { status: 503 })
    consent.acceptAll()
    await browser.settle()
    consent.setLanguage('ar')
    consent.rejectAll()
    await browser.settle()
    const kept = consent.exportData().receipts as { key: string }[]
    expect(kept).toMatchObject([
      { policyVersion: 'v2', policyUrl: '/privacy', language: 'ko' },
      { policyVersion: 'v2', policyUrl: '/privacy', language: 'ar' },
    ])
    expect(tab.sent[0]).toMatchObject({
      keepalive: true,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': kept[0]?.key },
    })
  })

  it('P18 without an address no receipt is sent', async () => {
    const { consent, tab, browser } = await startTab({ receipts: {} as { url: string } })
    consent.acceptAll()
    await browser.settle()
    expect(tab.requests).toEqual([])
  })

  it('a site without receipts keeps nothing for them, and loads nothing', async () => {
    const { consent, tab, browser } = await startTab()
    consent.acceptAll()
    await browser.settle()
    expect(tab.asked).toEqual(['advice'])
    expect(Object.keys(tab.localStorage)).toEqual(['consent_gate.history'])
  })
})
