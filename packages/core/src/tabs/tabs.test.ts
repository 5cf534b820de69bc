import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FakeBrowser } from '../../test/fake/fakeBrowser.js'
import { POLICIES, spy, startTab } from '../../test/fake/startTab.js'
import { storedIn } from '../../test/fake/storedIn.js'
import { encodeRecord } from '../rules/record.js'
import type { ConsentRecord } from '../types/record.js'

/** Two tabs of one site, both started. */
async function twoTabs(options: { cookieStore?: boolean } = {}) {
  const one = await startTab({}, options)
  const other = await startTab({}, { ...options, browser: one.browser })
  return { browser: one.browser, one, other }
}

describe('P9 two tabs', () => {
  it('P15 each page has one channel, however often it is shown', async () => {
    const { tab } = await startTab()
    for (const _ of [1, 2]) tab.win.fire('pageshow', { persisted: false })
    expect(tab.channels.size).toBe(1)
    tab.leave()
    expect(tab.channels.size).toBe(0)
    tab.comeBack()
    expect(tab.channels.size).toBe(1)
  })

  it('a page that the browser had frozen reads the record again when it resumes, shown or not', async () => {
    const { one, other } = await twoTabs()
    other.tab.frozen = true
    one.consent.acceptAll()
    other.tab.channels.clear()
    await one.browser.settle()
    other.tab.frozen = false
    other.tab.doc.fire('resume')
    expect(other.consent.get().state.ga).toBe('granted')
  })

  it('a choice in one reaches the other within a second, and closes its notice', async () => {
    const { browser, one, other } = await twoTabs()
    one.consent.acceptAll()
    await browser.advance(1_000)
    expect(other.consent.get()).toMatchObject({ state: { ga: 'granted' }, ui: 'none', persisted: true })
    expect(other.ga.calls).toEqual(['deny', 'grant'])
    other.consent.withdraw()
    await browser.advance(1_000)
    expect(one.ga.calls).toEqual(['deny', 'grant', 'deny'])
    expect(browser.errors).toEqual([])
  })

  it('come to rest: one message per change, and none for an answer that is known', async () => {
    const { browser, one, other } = await twoTabs({ cookieStore: true })
    one.consent.acceptAll()
    await browser.advance(1_000)
    expect(browser.messages).toBe(1)
    for (const { tab } of [one, other]) {
      tab.becomeVisible()
      tab.win.fire('pageshow')
      tab.cookieStore.fire('change')
    }
    await browser.advance(1_000)
    expect(browser.messages).toBe(1)
  })

  it('P7 messages carry no state: a forged one changes nothing', async () => {
    const { browser, one, other } = await twoTabs()
    one.consent.rejectAll()
    await browser.settle()
    const forger = new one.tab.env.win.BroadcastChannel('consent_gate')
    forger.postMessage({ choices: { ga: 'granted' } })
    await browser.settle()
    expect(other.consent.get().state.ga).toBe('denied')
    expect(one.consent.get().state.ga).toBe('denied')
  })

  it('forgetting in one asks in it, and pops up in no other', async () => {
    const { browser, one, other } = await twoTabs()
    one.consent.acceptAll()
    await browser.settle()
    one.consent.reset()
    await browser.settle()
    expect(one.consent.get().ui).toBe('notice')
    expect(other.consent.get()).toMatchObject({
      ui: 'none',
      answered: false,
      record: null,
      state: { ga: 'denied' },
    })
    expect(other.ga.calls.at(-1)).toBe('deny')
  })

  it('P10 a page that forgot by itself asks at the flip, also where another tab had forgotten first', async () => {
    const policies = [{ version: 'v1' }, { version: 'v2', effective: '2026-06-02' }]
    const one = await startTab({ policies })
    const other = await startTab({ policies }, { browser: one.browser })
    one.consent.acceptAll()
    await one.browser.settle()
    one.consent.erase()
    await one.browser.settle()
    other.consent.erase()
    expect(other.consent.get().ui).toBe('none')
    await one.browser.advance(86_400_000)
    expect(other.consent.get()).toMatchObject({ ui: 'notice', policy: { current: { version: 'v2' } } })
  })

  it('an answer that other tabs hold is not brought back by them after it was erased', async () => {
    const { browser, one, other } = await twoTabs()
    one.consent.acceptAll()
    await browser.settle()
    one.consent.erase()
    await browser.settle()
    other.tab.becomeVisible()
    await browser.settle()
    expect(storedIn(one.tab)).toEqual([])
  })

  it('P7 P16 a no that began anew after an erase stands, whatever counter a kept page comes back with', async () => {
    const old = await startTab()
    const { browser } = old
    old.consent.rejectAll()
    old.consent.acceptAll()
    old.tab.leave()
    const erased = await startTab({}, { browser })
    erased.consent.erase()
    erased.tab.close()
    const anew = await startTab({}, { browser })
    anew.consent.rejectAll()
    const written = anew.tab.cookies
    old.tab.comeBack()
    await browser.settle()
    expect(old.tab.cookies).toBe(written)
    for (const { consent } of [old, anew]) expect(consent.get().state.ga).toBe('denied')
  })

  it('P1 P16 a yes that was erased does not come back with a kept page, beside the answer that came after', async () => {
    const services = () => [spy('ga'), spy('videos', 'media')]
    const old = await startTab({ services: services() })
    const { browser } = old
    old.consent.acceptAll()
    old.tab.leave()
    const next = await startTab({ services: services() }, { browser })
    next.consent.erase()
    next.consent.save({ videos: true })
    old.tab.comeBack()
    await browser.settle()
    expect(storedIn(old.tab)).toMatchObject([{ choices: { videos: 'granted' } }])
    for (const { consent } of [old, next]) {
      expect(consent.get()).toMatchObject({ state: { ga: 'denied', videos: 'granted' }, pending: ['ga'] })
    }
  })

  it('P9 a yes after an erase is not undone by a kept page that holds the no from before', async () => {
    const old = await startTab()
    const { browser } = old
    old.consent.rejectAll()
    old.tab.leave()
    const next = await startTab({}, { browser })
    next.consent.erase()
    next.consent.acceptAll()
    old.tab.comeBack()
    await browser.settle()
    for (const { consent } of [old, next]) expect(consent.get().state.ga).toBe('granted')
  })

  it('P7 a no after the browser cleared its cookies stands against a tab that still holds a yes', async () => {
    const open = await startTab()
    const { browser } = open
    open.consent.rejectAll()
    open.consent.acceptAll()
    browser.jar.clear()
    const next = await startTab({}, { browser })
    next.consent.rejectAll()
    await browser.settle()
    expect(storedIn(next.tab)).toMatchObject([{ rev: 1, choices: { ga: 'denied' } }])
    for (const { consent } of [open, next]) expect(consent.get().state.ga).toBe('denied')
  })

  it('P9 what is erased in one tab pops up in no other, told twice or not', async () => {
    const { browser, one, other } = await twoTabs({ cookieStore: true })
    one.consent.acceptAll()
    await browser.settle()
    one.consent.erase()
    await browser.settle()
    for (let look = 0; look < 3; look++) other.tab.becomeVisible()
    expect(other.consent.get()).toMatchObject({ ui: 'none', answered: false })
    other.consent.acceptAll()
    expect(other.consent.get()).toMatchObject({ ui: 'none', state: { ga: 'granted' } })
  })

  it('P2 an advance notice that is closed after another page said no stops the service here', async () => {
    const config = {
      record: { domain: 'example.com' },
      policies: [{ version: 'v1' }, { version: 'v2', announced: '2026-05-01', effective: '2026-07-01' }],
    }
    const shop = await startTab(config)
    const { browser } = shop
    const blog = await startTab(config, { browser, url: 'https://blog.example.com/' })
    shop.consent.acceptAll()
    blog.tab.becomeVisible()
    blog.consent.withdraw()
    shop.consent.dismissNotice()
    expect(shop.ga.calls).toEqual(['deny', 'grant', 'deny'])
  })

  it('P18 a browser that refuses the channel together with cookies starts all the same', () => {
    const tab = new FakeBrowser().open()
    tab.browser.jar.fault = 'refused'
    expect(tab.start({ policies: POLICIES, services: [spy('ga')] }).get().ui).toBe('notice')
    expect(tab.channels.size).toBe(0)
  })

  it('P7 a first no stays one where another tab began a record of its own at the same moment', async () => {
    const { consent, tab, browser } = await startTab()
    consent.rejectAll()
    // The other had read before this one wrote, and wrote after it.
    const own = consent.get().record as ConsentRecord
    const other = encodeRecord({ ...own, id: 'other', choices: { ga: 'granted' } })
    tab.setCookie(`consent_gate=${other}; path=/`)
    tab.becomeVisible()
    await browser.settle()
    expect(consent.get().state.ga).toBe('denied')
    expect(storedIn(tab)).toMatchObject([{ choices: { ga: 'denied' } }])
  })

  it('P7 P9 answers of the same moment meet: the higher counter, and the denial on a tie', async () => {
    const browser = new FakeBrowser()
    const shop = await startTab({ record: { domain: 'example.com' } }, { browser })
    const blog = await startTab(
      { record: { domain: 'example.com' } },
      { browser, url: 'https://blog.example.com/' },
    )
    // Neither sees the other's cookie before both have written: the shop's is written over without being read.
    const before = blog.tab.env.readCookies
    shop.consent.acceptAll()
    blog.tab.setCookie('consent_gate=1.b.v1.1.mpufzeo0.api.ga0; domain=example.com; path=/')
    expect(before()).toContain('ga0')
    shop.tab.becomeVisible()
    blog.tab.becomeVisible()
    await browser.settle()
    for (const { consent } of [shop, blog]) expect(consent.get().state.ga).toBe('denied')
    expect(storedIn(shop.tab)).toMatchObject([{ rev: 1, choices: { ga: 'denied' } }])
  })

  it('P7 an older yes written over a newer no is put right by the tab that knows', async () => {
    const { browser, one, other } = await twoTabs()
    one.consent.acceptAll()
    const old = one.tab.cookies
    one.consent.rejectAll()
    await browser.settle()
    one.tab.setCookie(`${old}; path=/; secure`)
    other.tab.becomeVisible()
    await browser.settle()
    expect(other.consent.get().state.ga).toBe('denied')
    expect(storedIn(one.tab)).toMatchObject([{ rev: 2, choices: { ga: 'denied' } }])
  })

  it('whatever two tabs answer, they end with one answer, in storage too', async () => {
    const answer = fc.record({
      tab: fc.nat({ max: 1 }),
      id: fc.constantFrom('ga', 'counter'),
      yes: fc.boolean(),
      settle: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 8 }), async (answers) => {
        const browser = new FakeBrowser()
        const tabs = [browser.open(), browser.open()]
        for (const tab of tabs) tab.start({ policies: POLICIES, services: [spy('ga'), spy('counter')] })
        for (const { tab, id, yes, settle } of answers) {
          tabs[tab]?.running.save({ [id]: yes })
          if (settle) await browser.settle()
        }
        await browser.settle()
        const [one, other] = tabs.map(({ snapshot }) => snapshot)
        expect(one?.state).toEqual(other?.state)
        for (const { id, yes } of [...new Map(answers.map((each) => [each.id, each])).values()])
          expect(one?.state[id]).toBe(yes ? 'granted' : 'denied')
        expect(one?.record).toEqual(other?.record)
      }),
      { numRuns: 100 },
    )
  })
})

describe('P9 other subdomains and frozen tabs', () => {
  const config = { record: { domain: 'example.com' } }

  it('a subdomain that shares the record re-reads it when it becomes visible', async () => {
    const shop = await startTab(config)
    const { browser } = shop
    const blog = await startTab(config, { browser, url: 'https://blog.example.com/' })
    shop.consent.acceptAll()
    await browser.settle()
    expect(blog.consent.get().state.ga).toBe('denied')
    blog.tab.becomeVisible()
    expect(blog.consent.get().state.ga).toBe('granted')
  })

  it('sooner where the Cookie Store tells of changes', async () => {
    const shop = await startTab(config)
    const { browser } = shop
    const blog = await startTab(config, { browser, url: 'https://blog.example.com/', cookieStore: true })
    shop.consent.acceptAll()
    await browser.settle()
    expect(blog.consent.get().state.ga).toBe('granted')
  })

  it('a host-only record is nobody else’s', async () => {
    const shop = await startTab()
    const { browser } = shop
    const blog = await startTab({}, { browser, url: 'https://blog.example.com/' })
    shop.consent.acceptAll()
    blog.tab.becomeVisible()
    expect(blog.consent.get()).toMatchObject({ answered: false, state: { ga: 'denied' } })
  })

  it('a page in the back/forward cache keeps no channel open, and re-reads the record when it returns', async () => {
    const { browser, one, other } = await twoTabs()
    one.consent.acceptAll()
    await browser.settle()
    other.tab.leave()
    expect(other.tab.channels.size).toBe(0)
    one.consent.withdraw()
    await browser.settle()
    expect(other.ga.calls.at(-1)).toBe('grant')
    other.tab.comeBack()
    // In the task of `pageshow`, before anything else of the page can run.
    expect(other.ga.calls.at(-1)).toBe('deny')
    expect(other.tab.channels.size).toBe(1)
  })
})
