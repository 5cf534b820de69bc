import { describe, expect, it } from 'vitest'
import { FakeBrowser } from '../../test/fake/fakeBrowser.js'
import { POLICIES, spy, startTab } from '../../test/fake/startTab.js'
import { storedIn } from '../../test/fake/storedIn.js'
import { DAY } from '../../test/fixtures.js'

describe('P8 when nothing can be stored', () => {
  it('falls back to localStorage, and takes the copy away when cookies work again', async () => {
    const { tab, consent, browser } = await startTab()
    browser.jar.fault = 'refused'
    expect(consent.acceptAll()).toMatchObject({ ok: true, snapshot: { persisted: true } })
    expect(tab.localStorage.getItem('consent_gate')).toContain('ga1')
    tab.close()
    const next = await startTab({}, { browser })
    expect(next.ga.calls).toEqual(['grant'])
    browser.jar.fault = 'fine'
    next.consent.rejectAll()
    expect(next.tab.localStorage.getItem('consent_gate')).toBeNull()
    expect(storedIn(next.tab)).toMatchObject([{ rev: 2, choices: { ga: 'denied' } }])
  })

  it('P7 reads no copy while cookies can be written: it may be older than another subdomain’s answer', async () => {
    const { tab, consent, browser } = await startTab()
    browser.jar.fault = 'refused'
    consent.acceptAll()
    tab.close()
    browser.jar.fault = 'fine'
    const next = await startTab({}, { browser })
    expect(next.consent.get()).toMatchObject({ answered: false, state: { ga: 'denied' } })
    expect(next.tab.cookies).toBe('')
  })

  it('P7 a no in the copy stands when cookies can be written again, and is then kept in the cookie', async () => {
    const { tab, consent, browser } = await startTab()
    consent.acceptAll()
    browser.jar.fault = 'unwritable'
    expect(consent.rejectAll()).toMatchObject({ ok: true, snapshot: { persisted: true } })
    tab.close()
    browser.jar.fault = 'fine'
    const next = await startTab({}, { browser })
    expect(next.consent.get()).toMatchObject({ state: { ga: 'denied' }, answered: true, persisted: true })
    expect(storedIn(next.tab)).toMatchObject([{ rev: 2, choices: { ga: 'denied' } }])
    expect(next.tab.localStorage.getItem('consent_gate')).toBeNull()
  })

  it.each(['acceptAll', 'rejectAll'] as const)(
    'keeps the copy where a cookie that scripts cannot see has the name of the record: %s',
    async (answer) => {
      const browser = new FakeBrowser()
      const config = { record: { cookie: 'answer' } }
      browser.jar.receive('https://shop.example.com/', 'answer=1; Path=/; HttpOnly')
      const { tab, consent } = await startTab(config, { browser })
      expect(consent[answer]()).toMatchObject({ ok: true, snapshot: { persisted: true } })
      tab.becomeVisible()
      tab.close()
      await startTab(config, { browser })
      const next = await startTab(config, { browser })
      const ga = answer === 'acceptAll' ? 'granted' : 'denied'
      expect(next.consent.get()).toMatchObject({ state: { ga }, answered: true, persisted: true })
      expect(next.tab.cookies).toBe('')
    },
  )

  it('P14 a copy beside cookies that work is looked at once', async () => {
    const browser = new FakeBrowser()
    const tab = browser.open(undefined, { cookieStore: true })
    tab.localStorage.setItem('consent_gate', '1.a.v1.1.mpufzeo0.api.ga1')
    let writes = 0
    const { setCookie } = tab
    tab.setCookie = (line) => {
      // What would go on for ever ends in a failed test.
      if (++writes < 100) setCookie.call(tab, line)
    }
    tab.start({ policies: POLICIES, services: [spy('ga')] })
    await browser.advance(1_000)
    expect(writes).toBeLessThan(20)
    expect(tab.localStorage.getItem('consent_gate')).toBeNull()
  })

  it.each([
    ['cookies and localStorage are refused', 'refused', 'refused'],
    ['cookies cannot be written and localStorage is full', 'unwritable', 'full'],
  ] as const)('a yes does not take effect where %s', async (_, cookies, local) => {
    const { ga, consent, browser } = await startTab()
    browser.jar.fault = cookies
    browser.local = local
    expect(consent.acceptAll()).toMatchObject({
      ok: false,
      reason: 'not-stored',
      snapshot: { answered: false, persisted: false, reason: 'not-stored', record: null, ui: 'notice' },
    })
    expect(ga.calls).toEqual(['deny'])
    expect(browser.errors).toEqual([])
  })

  it('a yes that could not be stored does not take effect later either: the visitor is asked again', async () => {
    const { tab, ga, consent, browser } = await startTab()
    browser.jar.fault = 'refused'
    browser.local = 'refused'
    consent.acceptAll()
    browser.jar.fault = 'fine'
    browser.local = 'fine'
    tab.becomeVisible()
    expect(consent.get()).toMatchObject({ answered: false, ui: 'notice', record: null })
    expect(tab.cookies).toBe('')
    expect(ga.calls).toEqual(['deny'])
  })

  it.each([
    ['can be read and not written', 'unwritable', 'full'],
    ['are refused altogether', 'refused', 'refused'],
  ] as const)(
    'P7 a no holds for the page where cookies %s, and is stored as soon as that works',
    async (_, cookies, local) => {
      const { tab, ga, consent, browser } = await startTab()
      consent.acceptAll()
      browser.jar.fault = cookies
      browser.local = local
      expect(consent.rejectAll()).toMatchObject({ ok: false, reason: 'not-stored' })
      expect(consent.get()).toMatchObject({ state: { ga: 'denied' }, answered: true, persisted: false })
      tab.becomeVisible()
      expect(consent.get()).toMatchObject({ state: { ga: 'denied' }, reason: 'not-stored' })
      expect(ga.calls).toEqual(['deny', 'grant', 'deny'])
      browser.jar.fault = 'fine'
      tab.becomeVisible()
      expect(ga.calls).toEqual(['deny', 'grant', 'deny'])
      expect(storedIn(tab)).toMatchObject([{ rev: 2, choices: { ga: 'denied' } }])
      expect(consent.get()).toMatchObject({ persisted: true, reason: 'choice' })
    },
  )

  it('a record too long to be read again is not stored', async () => {
    const services = Array.from({ length: 100 }, (_, index) => spy(`${index}`.padEnd(40, 'x'), 'media'))
    const { consent } = await startTab({ services })
    expect(consent.acceptAll()).toMatchObject({ ok: false, reason: 'not-stored' })
    expect(services.flatMap(({ calls }) => calls)).not.toContain('grant')
  })

  it('a clock before 1970 leaves a record that can be read again', async () => {
    const { browser, consent, tab } = await startTab()
    browser.clock.jump(-browser.clock.now() - 1)
    consent.acceptAll()
    tab.becomeVisible()
    expect(consent.get().state.ga).toBe('granted')
  })
})

describe('P7 the record', () => {
  it('goes by its counter when the clock is set back', async () => {
    const { tab, consent, browser } = await startTab()
    consent.acceptAll()
    browser.clock.jump(-100 * DAY)
    consent.rejectAll()
    browser.clock.jump(+150 * DAY)
    tab.becomeVisible()
    expect(consent.get().state.ga).toBe('denied')
    expect(storedIn(tab)).toMatchObject([{ rev: 2, choices: { ga: 'denied' } }])
  })

  it('of an earlier path or domain setting: the highest counter wins and the stale one goes', async () => {
    const browser = new FakeBrowser()
    const tab = browser.open('https://shop.example.com/a/')
    tab.setCookie('consent_gate=1.a.v1.4.1.api.ga1; path=/a')
    tab.setCookie('consent_gate=1.b.v1.5.1.api.ga0; path=/; domain=example.com')
    browser.clock.jump(-browser.clock.now())
    tab.start({ policies: POLICIES, services: [spy('ga')], record: { domain: 'example.com' } })
    expect(tab.snapshot.state.ga).toBe('denied')
    expect(storedIn(tab)).toMatchObject([{ id: 'b', rev: 5, choices: { ga: 'denied' } }])
    expect(browser.jar.all(tab.url)).toMatchObject([
      { name: 'consent_gate', domain: '.example.com', path: '/' },
    ])
  })

  it('two that began apart: a no in either stands, whatever their counters', async () => {
    const browser = new FakeBrowser()
    const old = await startTab({}, { browser })
    old.consent.rejectAll()
    old.consent.acceptAll()
    old.tab.close()
    const config = { record: { domain: 'example.com' } }
    const blog = await startTab(config, { browser, url: 'https://blog.example.com/' })
    blog.consent.rejectAll()
    const shop = await startTab(config, { browser })
    blog.tab.becomeVisible()
    for (const { consent } of [shop, blog]) expect(consent.get().state.ga).toBe('denied')
    expect(storedIn(shop.tab)).toMatchObject([{ rev: 2, choices: { ga: 'denied' } }])
  })

  it('keeps one id from the first choice until it is erased', async () => {
    const { consent } = await startTab()
    consent.acceptAll()
    const { id } = consent.get().record ?? {}
    consent.rejectAll()
    expect(consent.get().record).toMatchObject({ id, rev: 2 })
  })

  it.each([
    ['malformed', 'hello'],
    ['of a future version', '2.a.v1.1.1.api.ga1'],
    [
      'oversized',
      `1.a.v1.1.1.api.${Array.from({ length: 110 }, (_, n) => `${n}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1`).join('.')}.ga1`,
    ],
    ['of an unlisted policy', '1.a.v0.1.zzzzzzzz.api.ga1'],
    ['of another service', '1.a.v1.1.zzzzzzzz.api.other1'],
  ])('P6 %s means "ask again"', async (_, value) => {
    const browser = new FakeBrowser()
    const tab = browser.open()
    tab.setCookie(`consent_gate=${value}; path=/`)
    const ga = spy('ga')
    const consent = tab.start({ policies: POLICIES, services: [ga] })
    expect(consent.get()).toMatchObject({ answered: false, ui: 'notice', state: { ga: 'denied' } })
    expect(ga.calls).toEqual(['deny'])
    expect(consent.acceptAll().ok).toBe(true)
    expect(storedIn(tab)).toHaveLength(1)
  })

  it('is written for its whole life, with the attributes that guard it', async () => {
    const { tab, consent, browser } = await startTab({ record: { days: 10 } })
    consent.rejectAll()
    expect(browser.jar.all(tab.url)).toMatchObject([
      {
        name: 'consent_gate',
        secure: true,
        session: false,
        httpOnly: false,
        sameSite: 'lax',
        path: '/',
        domain: 'shop.example.com',
      },
    ])
    await browser.advance(9 * DAY)
    expect(tab.cookies).not.toBe('')
    await browser.advance(DAY)
    expect(tab.cookies).toBe('')
  })

  it('P5 a record that would take the name of the auth cookie keeps its own', async () => {
    const { consent, tab } = await startTab({ record: { cookie: 'sid' }, session: { cookie: 'sid' } })
    tab.setCookie('sid=token; path=/')
    consent.acceptAll()
    expect(tab.cookies).toContain('sid=token')
    expect(storedIn(tab)).toHaveLength(1)
  })
})
