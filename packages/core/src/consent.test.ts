import { describe, expect, it } from 'vitest'
import { FakeBrowser } from '../test/fake/fakeBrowser.js'
import { POLICIES, spy, startTab } from '../test/fake/startTab.js'
import { DAY } from '../test/fixtures.js'
import { cookieValues } from './rules/cookieHeader.js'
import { decodeRecord } from './rules/record.js'
import type { ConsentConfig } from './types/config.js'
import type { Consent, SweepReport } from './types/consent.js'
import type { ReportIssue } from './types/issue.js'

const stored = (cookies: string, name = 'consent_gate') => cookieValues(cookies, name).map(decodeRecord)

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

  it('P1 sweeps analytics cookies of another time, and leaves every other cookie', async () => {
    const browser = new FakeBrowser()
    const tab = browser.open('https://shop.example.com/a/b')
    for (const where of ['', '; path=/', '; domain=example.com; path=/', '; path=/a', '; path=/a/b'])
      tab.setCookie(`_ga_X=1${where}`)
    tab.setCookie('cart=3; path=/')
    tab.localStorage.setItem('_ga.local', '1')
    tab.localStorage.setItem('mine', '1')
    tab.sessionStorage.setItem('_ga.session', '1')
    tab.start({ policies: POLICIES, services: [spy('ga', 'analytics', { cookies: [{ name: '_ga*' }] })] })
    expect(tab.cookies).toBe('cart=3')
    expect(Object.keys(tab.localStorage)).toEqual(['mine'])
    expect(Object.keys(tab.sessionStorage)).toEqual([])
  })
})

describe('a choice', () => {
  it('P3 is stored and in force before the call returns', async () => {
    const { tab, ga, consent } = await startTab()
    const result = consent.acceptAll('notice')
    expect(result).toMatchObject({ ok: true, snapshot: { state: { ga: 'granted', analytics: 'granted' } } })
    expect(result).not.toHaveProperty('reason')
    expect(result.snapshot).toBe(consent.get())
    expect(ga.calls).toEqual(['deny', 'grant'])
    expect(stored(tab.cookies)).toMatchObject([
      { policy: 'v1', rev: 1, source: 'notice', choices: { ga: 'granted' } },
    ])
    expect(consent.get()).toMatchObject({ persisted: true, answered: true, reason: 'choice', ui: 'none' })
    await expect(result.done).resolves.toEqual({ deleted: [], left: [], unreadable: [] })
  })

  it('P6 a no is stored as a no, and not asked again on the next page', async () => {
    const { tab, consent, browser } = await startTab()
    expect(consent.rejectAll().ok).toBe(true)
    expect(stored(tab.cookies)).toMatchObject([{ source: 'api', choices: { ga: 'denied' } }])
    tab.close()
    const next = await startTab({}, { browser })
    expect(next.consent.get()).toMatchObject({ answered: true, ui: 'none', state: { ga: 'denied' } })
    expect(next.ga.calls).toEqual(['deny'])
  })

  it('a yes is in force on the next page at once', async () => {
    const { tab, consent, browser } = await startTab()
    consent.acceptAll()
    tab.close()
    const next = await startTab({}, { browser })
    expect(next.ga.calls).toEqual(['grant'])
    expect(next.ga.contexts[0]).toMatchObject({ consentTypes: ['analytics_storage'], answered: true })
  })

  it('takes category and service ids; what is not named keeps its answer', async () => {
    const { consent } = await startTab({
      categories: { media: {} },
      services: [spy('ga'), spy('counter')],
    })
    expect(consent.save({ analytics: true }).snapshot.state).toMatchObject({
      ga: 'granted',
      counter: 'granted',
    })
    expect(consent.get().pending).toEqual(['media'])
    consent.withdraw('counter')
    expect(consent.get().state).toMatchObject({ analytics: 'denied', ga: 'granted', counter: 'denied' })
    consent.withdraw('analytics')
    expect(consent.get().state).toMatchObject({ ga: 'denied', counter: 'denied' })
    expect(consent.allows('media')).toBe(false)
    expect(consent.allows('unknown')).toBe(false)
    expect(consent.allows('necessary')).toBe(true)
  })

  it('P2 a withdrawal sweeps, tells what became of the cookies, and names what scripts cannot read', async () => {
    const ga = spy('ga', 'analytics', { cookies: [{ name: '_ga*' }, { name: 'FPID', httpOnly: true }] })
    const { tab, consent, browser } = await startTab({ services: [ga] })
    consent.acceptAll()
    tab.setCookie('_ga=1; domain=example.com; path=/')
    browser.jar.receive(tab.url, 'FPID=1; Path=/; Secure; HttpOnly')
    const outcomes: SweepReport[] = []
    consent.onWithdrawn((report) => outcomes.push(report))
    const report = await consent.withdraw().done
    expect(report).toEqual({ deleted: ['_ga'], left: [], unreadable: ['FPID'] })
    expect(outcomes).toEqual([report])
    expect(browser.jar.all(tab.url).map(({ name }) => name)).toEqual(expect.arrayContaining(['FPID']))
    expect(tab.cookies).not.toContain('_ga=')
  })

  it('P2 names a cookie that cannot be deleted', async () => {
    const { tab, consent, browser } = await startTab()
    consent.acceptAll()
    tab.setCookie('_ga=1; path=/')
    const write = tab.env.writeCookie
    expect(write).toBeTypeOf('function')
    // From now on the record can be written, and `_ga` comes back whenever it is deleted.
    const { setCookie } = tab
    tab.setCookie = (line) => setCookie.call(tab, line.startsWith('_ga=;') ? '_ga=1; path=/' : line)
    await expect(consent.withdraw().done).resolves.toEqual({ deleted: [], left: ['_ga'], unreadable: [] })
    expect(browser.errors).toEqual([])
  })

  it.each([
    ['where it was declared, seen or not', 'https://shop.example.com/', '/elsewhere', '/elsewhere'],
    ['in a folder of the address', 'https://shop.example.com/a/b', '/a/b', undefined],
    ['in one that ends with a slash', 'https://shop.example.com/a/b', '/a/', undefined],
  ])('P2 a cookie goes on every path: %s', async (_, url, path, declared) => {
    const browser = new FakeBrowser()
    const tab = browser.open(url)
    for (const where of ['/', path])
      browser.jar.write(`https://shop.example.com${path}`, `_ga=1; path=${where}`)
    tab.start({
      policies: POLICIES,
      services: [spy('ga', 'analytics', { cookies: [{ name: '_ga', ...(declared && { path: declared }) }] })],
    })
    expect(browser.jar.read(`https://shop.example.com${path}/x`)).toBe('')
  })

  it('P2 looks for the last time ten seconds after a withdrawal', async () => {
    const { tab, consent, browser } = await startTab()
    consent.acceptAll()
    consent.rejectAll()
    await browser.advance(9_900)
    tab.setCookie('_ga=1; path=/')
    await browser.advance(200)
    expect(tab.cookies).not.toContain('_ga=')
  })

  it('P2 a cookie of another time that cannot be deleted is looked for again, and named', async () => {
    const tab = new FakeBrowser().open()
    tab.setCookie('_ga=1; path=/')
    const { setCookie } = tab
    tab.setCookie = (line) => setCookie.call(tab, line.startsWith('_ga=;') ? '_ga=1; path=/' : line)
    const consent = tab.start({
      policies: POLICIES,
      services: [spy('ga', 'analytics', { cookies: [{ name: '_ga' }] })],
    })
    const told: string[] = []
    consent.onIssue(({ code, value }) => told.push(`${code} ${value}`))
    await tab.browser.advance(10_000)
    expect(told).toContain('CG202 _ga')
  })

  it('P17 only a withdrawal has an outcome to tell', async () => {
    const { tab, consent } = await startTab()
    let told = 0
    consent.onWithdrawn(() => told++)
    for (const act of [consent.rejectAll, consent.acceptAll, consent.acceptAll]) act()
    tab.becomeVisible()
    expect(told).toBe(0)
    for (const act of [consent.rejectAll, consent.rejectAll]) act()
    expect(told).toBe(1)
  })

  it('P2 sweeps again what comes back within ten seconds, and reports who it was', async () => {
    const { tab, consent, browser, codes } = await startTab()
    consent.acceptAll()
    consent.rejectAll()
    await browser.advance(1_000)
    tab.setCookie('_ga_back=1; path=/')
    await browser.advance(1_000)
    expect(tab.cookies).not.toContain('_ga_back')
    expect(codes).toContain('CG201')
  })

  it('P3 what is granted again meanwhile is left alone by the watchdog', async () => {
    const { tab, consent, browser } = await startTab()
    consent.acceptAll()
    consent.rejectAll()
    await browser.advance(100)
    consent.acceptAll()
    tab.setCookie('_ga_new=1; path=/')
    await browser.advance(20_000)
    expect(tab.cookies).toContain('_ga_new')
  })

  it('P3 on and off, ten times: one call to the service each', async () => {
    const { ga, consent } = await startTab()
    for (let turn = 0; turn < 10; turn++) {
      consent.acceptAll()
      consent.acceptAll()
      consent.rejectAll()
    }
    expect(ga.calls).toEqual(['deny', ...Array.from({ length: 10 }, () => ['grant', 'deny']).flat()])
  })

  it('P18 ids that nobody has change nothing', async () => {
    const { consent, ga } = await startTab()
    consent.save({ unknown: true, constructor: true } as Record<string, boolean>)
    expect(consent.get().state).toEqual({ necessary: 'granted', analytics: 'denied', ga: 'denied' })
    expect(ga.calls).toEqual(['deny'])
  })

  it.each([{}, { unknown: false }])('P6 %j says nothing, and nothing is stored for it', async (choices) => {
    const { consent, tab } = await startTab()
    expect(consent.save(choices)).toMatchObject({ ok: false, reason: 'not-stored' })
    expect(consent.get()).toMatchObject({ reason: 'unanswered', record: null, ui: 'notice' })
    expect(tab.cookies).toBe('')
    expect(consent.exportData().history).toEqual([])
  })
})

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
    expect(stored(next.tab.cookies)).toMatchObject([{ rev: 2, choices: { ga: 'denied' } }])
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
    expect(stored(next.tab.cookies)).toMatchObject([{ rev: 2, choices: { ga: 'denied' } }])
    expect(next.tab.localStorage.getItem('consent_gate')).toBeNull()
  })

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

  it('a no holds for the page, and is stored as soon as that works', async () => {
    const { tab, ga, consent, browser } = await startTab()
    consent.acceptAll()
    browser.jar.fault = 'unwritable'
    browser.local = 'full'
    expect(consent.rejectAll()).toMatchObject({ ok: false, reason: 'not-stored' })
    expect(consent.get()).toMatchObject({ state: { ga: 'denied' }, answered: true, persisted: false })
    tab.becomeVisible()
    expect(consent.get().state.ga).toBe('denied')
    expect(ga.calls).toEqual(['deny', 'grant', 'deny'])
    browser.jar.fault = 'fine'
    tab.becomeVisible()
    expect(stored(tab.cookies)).toMatchObject([{ rev: 2, choices: { ga: 'denied' } }])
    expect(consent.get()).toMatchObject({ persisted: true, reason: 'choice' })
  })

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
    expect(stored(tab.cookies)).toMatchObject([{ rev: 2, choices: { ga: 'denied' } }])
  })

  it('of an earlier path or domain setting: the highest counter wins and the stale one goes', async () => {
    const browser = new FakeBrowser()
    const tab = browser.open('https://shop.example.com/a/')
    tab.setCookie('consent_gate=1.a.v1.4.1.api.ga1; path=/a')
    tab.setCookie('consent_gate=1.b.v1.5.1.api.ga0; path=/; domain=example.com')
    browser.clock.jump(-browser.clock.now())
    tab.start({ policies: POLICIES, services: [spy('ga')], record: { domain: 'example.com' } })
    expect(tab.snapshot.state.ga).toBe('denied')
    expect(stored(tab.cookies)).toMatchObject([{ id: 'b', rev: 5, choices: { ga: 'denied' } }])
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
    expect(stored(shop.tab.cookies)).toMatchObject([{ rev: 2, choices: { ga: 'denied' } }])
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
    expect(stored(tab.cookies)).toHaveLength(1)
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
})

describe('P10 policy versions in an open page', () => {
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
})

describe('services', () => {
  it('are denied before others are granted, each in its order', async () => {
    const order: string[] = []
    const service = (id: string, category: string) =>
      spy(id, category, {
        grant: () => void order.push(`grant ${id}`),
        deny: () => void order.push(`deny ${id}`),
      })
    const { consent } = await startTab({
      services: [service('a', 'x'), service('b', 'y'), service('c', 'x')],
    })
    consent.save({ x: true, y: false })
    order.length = 0
    consent.save({ x: false, y: true })
    expect(order).toEqual(['deny a', 'deny c', 'grant b'])
  })

  it('P2 what is denied is swept before another is granted', async () => {
    const seen: string[] = []
    const ga = spy('ga', 'x', { cookies: [{ name: '_ga*' }] })
    const other = spy('other', 'y', { grant: () => void seen.push(tab.cookies) })
    const { tab, consent } = await startTab({ services: [other, ga] })
    consent.save({ x: true, y: false })
    tab.setCookie('_ga=1; path=/')
    consent.save({ x: false, y: true })
    expect(seen).toHaveLength(1)
    expect(seen[0]).not.toContain('_ga=')
  })

  it('P3 one that is blocked is granted again by a new yes, one that runs is not', async () => {
    const blocked = spy('blocked', 'x', {
      grant({ status }) {
        blocked.calls.push('grant')
        status('blocked', 'load-error')
      },
    })
    const { consent } = await startTab({ services: [blocked, spy('fine', 'x'), spy('third', 'y')] })
    const [, fine] = consent.settings.services as (typeof blocked)[]
    consent.acceptAll()
    consent.acceptAll()
    expect(blocked.calls).toEqual(['deny', 'grant', 'grant'])
    expect(fine?.calls).toEqual(['deny', 'grant'])
  })

  it('one that throws stops neither the others nor the record, and is reported', async () => {
    const broken = () => {
      throw new Error('broken')
    }
    const bad = spy('bad', 'analytics', { grant: broken, deny: broken, track: broken, destroy: broken })
    const good = spy('good', 'analytics')
    const { tab, consent, codes, browser } = await startTab({ services: [bad, good] })
    expect(consent.acceptAll().ok).toBe(true)
    expect(good.calls).toEqual(['deny', 'grant'])
    expect(stored(tab.cookies)).toMatchObject([{ choices: { bad: 'granted', good: 'granted' } }])
    consent.track('event')
    consent.withdraw()
    expect(good.calls).toEqual(['deny', 'grant', 'deny'])
    consent.destroy()
    expect(codes).toContain('CG301')
    expect(browser.errors).toEqual([])
  })

  it('P4 are denied again when a visitor who had not answered refuses: what waited may go', async () => {
    const queue = spy('queue')
    const { consent } = await startTab({ services: [queue] })
    expect(queue.calls).toEqual(['deny'])
    consent.rejectAll()
    expect(queue.calls).toEqual(['deny', 'deny'])
    consent.rejectAll()
    expect(queue.calls).toEqual(['deny', 'deny'])
  })

  it('report their status; data-only ones run and stop with their answer', async () => {
    const { consent, ga, codes } = await startTab({
      services: [spy('ga'), { id: 'videos', category: 'media' }],
    })
    expect(ga.calls).toEqual([])
    consent.acceptAll()
    expect(consent.get().services).toEqual({ ga: 'idle', videos: 'running' })
    consent.rejectAll()
    expect(consent.get().services).toEqual({ ga: 'idle', videos: 'stopped' })
    expect(codes).not.toContain('CG302')
  })

  it('a data-only one that never ran has nothing to stop', async () => {
    const { consent } = await startTab({ services: [{ id: 'videos', category: 'media' }] })
    consent.rejectAll()
    expect(consent.get().services).toEqual({ videos: 'idle' })
  })

  it('get their events, whatever was answered: what to do with them is theirs', async () => {
    const events: unknown[] = []
    const counter = spy('counter', 'analytics', {
      track: (...args) => events.push(args),
      pageView: (...args) => events.push(args),
    })
    const { consent } = await startTab({ services: [spy('ga'), counter] })
    consent.track('buy', { price: 1 })
    consent.pageView()
    expect(events).toEqual([['buy', { price: 1 }], [undefined]])
  })

  it('are granted again when the consent types change', async () => {
    const { consent, ga } = await startTab({
      categories: { ads: { consentTypes: ['ad_storage'] } },
    })
    consent.save({ analytics: true, ads: false })
    consent.save({ ads: true })
    expect(ga.calls).toEqual(['deny', 'grant', 'grant'])
    expect(ga.contexts.map(({ consentTypes }) => consentTypes.join())).toEqual([
      '',
      'analytics_storage',
      'analytics_storage,ad_storage',
    ])
  })

  it('may change the answer while they are told of it', async () => {
    const ga = spy('ga', 'analytics', { grant: () => void consent.rejectAll() })
    const { consent, browser } = await startTab({ services: [ga] })
    consent.acceptAll()
    await browser.settle()
    expect(consent.get().state.ga).toBe('denied')
    expect(ga.calls.at(-1)).toBe('deny')
  })
})

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

  it('nobody can change the snapshot, neither the first nor a later one, nor anything in it', async () => {
    const { consent } = await startTab()
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
    for (const listen of [consent.subscribe, consent.watch, consent.onWithdrawn, consent.onLanguage]) {
      listen(broken)
      listen(() => void heard.push(listen.name))
    }
    consent.onIssue(broken)
    consent.acceptAll()
    expect(stored(tab.cookies)).toMatchObject([{ choices: { ga: 'granted' } }])
    consent.withdraw()
    consent.setLanguage('en')
    await browser.settle()
    expect(new Set(heard).size).toBeGreaterThan(0)
    expect(heard.length).toBeGreaterThanOrEqual(6)
    expect(ga.calls).toEqual(['deny', 'grant', 'deny'])
    expect(codes).toContain('CG303')
    expect(browser.errors).toEqual([])
  })

  it('P18 issues are replayed to whoever comes late, each fact once, and can be unsubscribed', async () => {
    const { consent } = await startTab({ services: [spy('ga', 'necessary')] })
    const early: string[] = []
    const stop = consent.onIssue(({ code, path, url }) => early.push(`${code} ${path} ${url}`))
    expect(early.filter((line) => line.startsWith('CG122'))).toHaveLength(1)
    expect(early.find((line) => line.startsWith('CG122'))).toMatch(/services\[0\]\.category .*#cg122/i)
    const before = early.length
    consent.report('CG999', 'here')
    consent.report('CG999', 'here')
    expect(early).toHaveLength(before + 1)
    stop()
    consent.report('CG998', 'here')
    expect(early).toHaveLength(before + 1)
  })

  it('P18 in debug mode every issue has its words', async () => {
    const { consent } = await startTab({ debug: true, services: [spy('ga', 'necessary')] })
    const words: (string | undefined)[] = []
    consent.onIssue(({ message }) => words.push(message))
    expect(words.length).toBeGreaterThan(0)
    for (const message of words) expect(message).toMatch(/^CG\d{3} at .+: .+/)
  })

  it('P18 in debug mode what was told before the words came is told again with them', async () => {
    const browser = new FakeBrowser()
    const consent = browser.open().start({ debug: true, services: [spy('ga', 'necessary')] })
    const told: (string | undefined)[] = []
    consent.onIssue(({ code, message }) => {
      if (code === 'CG122') told.push(message)
    })
    await browser.settle()
    expect(told).toEqual([undefined, expect.stringMatching(/^CG122 at services\[0\]\.category: .+/)])
  })

  it('P18 a service brings its own mistake, its own advice and its own words', async () => {
    const odd = {
      ...spy('odd'),
      mistake: ['CG900', 'odd.key', 5] as const,
      advice: {
        options: 6,
        inspect: async () => ({
          inspectOptions: (options: unknown, report: ReportIssue) => report('CG901', 'odd.other', options),
        }),
        words: async () => ({
          issueTexts: { CG900: ['Five.', 'Six.'] as const, CG901: ['Six.', 'Five.'] as const },
        }),
      },
    }
    const { consent } = await startTab({ debug: true, services: [odd] })
    const told: unknown[] = []
    consent.onIssue(({ code, path, value, message }) => {
      if (code.startsWith('CG90')) told.push([path, value, message])
    })
    expect(told).toEqual([
      ['odd.key', 5, 'CG900 at odd.key: Five. Six.'],
      ['odd.other', 6, 'CG901 at odd.other: Six. Five.'],
    ])
    expect(consent.get().state).toMatchObject({ odd: 'denied' })
  })

  it('P18 words that cannot be loaded are an issue, and the codes are told all the same', async () => {
    const offline = () => Promise.reject(new Error('offline'))
    const advice = { options: {}, inspect: offline, words: offline }
    const broken = { ...spy('ga', 'necessary'), advice }
    const { consent } = await startTab({ debug: true, services: [broken] })
    const codes: string[] = []
    consent.onIssue(({ code }) => codes.push(code))
    expect(codes).toContain('CG122')
    expect(codes).toContain('CG602')
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
})

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

  it('`reset` forgets the answer and asks at once, also where the notice was hidden', async () => {
    const { consent, tab, ga } = await startTab()
    consent.acceptAll()
    consent.hide()
    consent.reset()
    expect(consent.get()).toMatchObject({ ui: 'notice', record: null, answered: false, reason: 'unanswered' })
    expect(tab.cookies).toBe('')
    expect(ga.calls.at(-1)).toBe('deny')
  })
})

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

describe('a notice that asks for what is new', () => {
  const videos = () => spy('videos', 'media')

  it.each([
    ['rejectAll', 'acceptAll', { ga: 'denied', videos: 'granted' }],
    ['acceptAll', 'rejectAll', { ga: 'granted', videos: 'denied' }],
  ] as const)('P7 P10 after %s, its %s leaves the earlier answer', async (earlier, later, state) => {
    const { consent: before, browser, tab } = await startTab()
    before[earlier]()
    tab.close()
    const { consent } = await startTab({ services: [spy('ga'), videos()] }, { browser })
    expect(consent.get()).toMatchObject({ ui: 'notice', pending: ['videos'] })
    consent[later]('notice')
    expect(consent.get()).toMatchObject({ ui: 'none', pending: [], state })
  })

  it('answers for all where all is answered, and so does the API, whatever is new', async () => {
    const { consent } = await startTab({ services: [spy('ga'), videos()] })
    consent.save({ ga: false })
    consent.acceptAll()
    expect(consent.get().state).toMatchObject({ ga: 'granted', videos: 'granted' })
    consent.rejectAll('notice')
    expect(consent.get().state).toMatchObject({ ga: 'denied', videos: 'denied' })
  })
})

describe('choices as pages really make them', () => {
  const event = { type: 'click', isTrusted: true } as never

  it('P7 a method that listens to a click itself is handed the event, and stores its answer all the same', async () => {
    const { consent, browser, tab, ga } = await startTab()
    expect(consent.acceptAll(event)).toMatchObject({ ok: true, snapshot: { record: { source: 'api' } } })
    expect(consent.rejectAll(event)).toMatchObject({ ok: true, snapshot: { state: { ga: 'denied' } } })
    consent.acceptAll()
    expect(consent.withdraw(event)).toMatchObject({ ok: true, snapshot: { state: { ga: 'denied' } } })
    expect(ga.calls.at(-1)).toBe('deny')
    tab.close()
    expect((await startTab({}, { browser })).consent.get().state.ga).toBe('denied')
  })

  it('P18 an id that nobody has is told, and what stands beside it counts', async () => {
    const { consent, codes } = await startTab()
    consent.save({ nope: true, ga: true })
    consent.withdraw('nope')
    expect(codes.filter((code) => code === 'CG125')).toHaveLength(1)
    expect(consent.get().state.ga).toBe('granted')
  })

  it('P18 a word beside the answer of its category does not count, and the answer does', async () => {
    const { consent } = await startTab()
    expect(consent.save({ ga: 'no', analytics: true } as never).ok).toBe(true)
    expect(consent.get().state.ga).toBe('granted')
  })

  it.each([undefined, {}, { nope: false }, { ga: 'no' }])(
    'P18 %j names nothing that can be answered: the answer that is stored stays as it is',
    async (choices) => {
      const { consent, tab } = await startTab()
      consent.acceptAll()
      const { cookies } = tab
      expect(consent.save(choices as never)).toMatchObject({ ok: false, reason: 'not-stored' })
      expect(tab.cookies).toBe(cookies)
      expect(consent.exportData().history).toHaveLength(1)
    },
  )

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

  it('P5 a record that would take the name of the auth cookie keeps its own', async () => {
    const { consent, tab } = await startTab({ record: { cookie: 'sid' }, session: { cookie: 'sid' } })
    tab.setCookie('sid=token; path=/')
    consent.acceptAll()
    expect(tab.cookies).toContain('sid=token')
    expect(stored(tab.cookies)).toHaveLength(1)
  })

  it('P18 a mistake in the shape of the configuration has words in debug mode, and keys that nothing reads are told', async () => {
    const words = async (config: unknown) => {
      const browser = new FakeBrowser()
      const told: (string | undefined)[] = []
      browser
        .open()
        .start(config as ConsentConfig)
        .onIssue(({ code, path, message }) => {
          if (message && /CG10[068]/.test(code)) told.push(`${code} ${path}`)
        })
      await browser.settle()
      return told
    }
    expect(await words({ debug: true, services: 'ga' })).toEqual(['CG100 ', 'CG108 services'])
    expect(await words({ debug: true, policies: POLICIES, session: 'sid' })).toEqual(['CG108 session'])
    expect(await words({ debug: true, policies: POLICIES, sesion: {}, ui: { positon: 'top' } })).toEqual([
      'CG106 sesion',
      'CG106 ui.positon',
    ])
  })

  it('P18 the language that the interface is mounted with is looked at as well as ui.lang, over which it goes', async () => {
    const languages = async (ui: object, mounted: string) => {
      const browser = new FakeBrowser()
      const consent = browser
        .open()
        .start({ policies: POLICIES, services: [spy('stats', 'analytics')], ui } as ConsentConfig)
      const told: unknown[] = []
      consent.onIssue(({ code, path, value }) => told.push([code, path, value]))
      consent.setLanguage(mounted)
      await browser.settle()
      return told
    }
    expect(await languages({}, 'kr')).toEqual([['CG104', 'ui.lang', 'kr']])
    expect(await languages({ lang: 'kr' }, 'ko-KR')).toEqual([])
  })

  it('CG201 what the browser tells of at once is named too, not only what the watch finds', async () => {
    const { consent, tab, browser, codes } = await startTab({}, { cookieStore: true })
    consent.acceptAll()
    tab.setCookie('_ga=1; path=/')
    consent.rejectAll()
    await browser.settle()
    expect(codes).not.toContain('CG201')
    tab.setCookie('_ga=2; path=/')
    tab.becomeVisible()
    await browser.settle()
    expect(tab.cookies).not.toContain('_ga=')
    expect(codes).toContain('CG201')
  })

  it.each<[string, (visit: Awaited<ReturnType<typeof startTab>>) => unknown]>([
    ['leftovers of another time', () => {}],
    [
      'what a service wrote between two withdrawals',
      ({ consent, tab }) => {
        for (const value of [1, 2]) {
          consent.acceptAll()
          tab.setCookie(`_ga=${value}; path=/`)
          consent.rejectAll()
        }
      },
    ],
  ])('CG201 is not said of %s', async (_, act) => {
    const browser = new FakeBrowser()
    const earlier = browser.open()
    earlier.setCookie('_ga=0; path=/')
    earlier.close()
    const visit = await startTab({}, { browser })
    act(visit)
    expect(visit.tab.cookies).not.toContain('_ga=')
    await browser.advance(10_000)
    expect(visit.codes).not.toContain('CG201')
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

  it('P18 every cookie that comes back and every id that does not exist is named, each once', async () => {
    const { consent, tab, browser } = await startTab()
    const named: string[] = []
    consent.onIssue(({ code, path, value }) => named.push(`${code} ${path} ${value}`))
    consent.save({ ga: true, typo: true, other: true })
    consent.rejectAll()
    await browser.advance(100)
    for (const delay of [1_000, 2_000]) {
      tab.setCookie('_ga_one=1; path=/')
      tab.setCookie('_ga_two=1; path=/')
      browser.jar.receive('https://shop.example.com/', '_ga_kept=1; path=/')
      await browser.advance(delay)
    }
    tab.setCookie('_ga_three=1; path=/')
    tab.becomeVisible()
    expect(named.sort()).toEqual([
      'CG125 choice.other other',
      'CG125 choice.typo typo',
      'CG201 cookies._ga_kept _ga_kept',
      'CG201 cookies._ga_one _ga_one',
      'CG201 cookies._ga_three _ga_three',
      'CG201 cookies._ga_two _ga_two',
    ])
  })

  it('a page that is left before the receipts part is here leaves the receipt to the next page', async () => {
    const receipts = { url: '/receipts' }
    const { consent, tab, browser } = await startTab({ receipts }, { blocked: ['receipts'] })
    consent.acceptAll()
    consent.rejectAll()
    tab.close()
    const next = await startTab({ receipts }, { browser, status: 503 })
    expect(tab.requests).toEqual([])
    // One for each choice, in their order.
    expect(next.tab.requests).toEqual([
      'POST https://shop.example.com/receipts',
      'POST https://shop.example.com/receipts',
    ])
    expect(next.consent.exportData().receipts).toMatchObject([
      { rev: 1, choices: { ga: 'granted' } },
      { rev: 2, choices: { ga: 'denied' } },
    ])
    expect(next.tab.localStorage.getItem('consent_gate.due')).toBeNull()
  })

  it('two choices before the receipts part is here are sent once each', async () => {
    const { consent, tab, browser } = await startTab({ receipts: { url: '/receipts' } })
    consent.acceptAll()
    consent.rejectAll()
    await browser.settle()
    expect(tab.requests).toEqual([
      'POST https://shop.example.com/receipts',
      'POST https://shop.example.com/receipts',
    ])
    expect(Object.keys(tab.localStorage)).toEqual(['consent_gate.history'])
  })

  it('P16 a receipt that no server takes leaves the browser after three months, as my data says', async () => {
    const receipts = { url: '/receipts' }
    const { consent, tab, browser } = await startTab({ receipts }, { status: 503 })
    consent.acceptAll()
    await browser.settle()
    tab.close()
    browser.clock.jump(91 * DAY)
    const kept = await startTab({ receipts }, { browser, status: 503 })
    expect(kept.tab.requests).toEqual(['POST https://shop.example.com/receipts'])
    kept.tab.close()
    browser.clock.jump(2 * DAY)
    const next = await startTab({ receipts }, { browser, status: 503 })
    expect(next.tab.requests).toEqual([])
    expect(next.tab.localStorage.getItem('consent_gate.outbox')).toBeNull()
  })

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
      const { consent, browser, codes } = await startTab({ receipts: { url: '/receipts' } }, { status })
      consent.acceptAll()
      await browser.settle()
      expect(consent.exportData().receipts).toHaveLength(left)
      expect(codes.includes('CG210')).toBe(refused)
    },
  )

  it('keeps the last twenty receipts that no server took', async () => {
    const { consent, browser } = await startTab({ receipts: { url: '/receipts' } }, { status: 503 })
    for (let choice = 0; choice < 22; choice++) {
      consent.save({ ga: choice % 2 === 0 })
      await browser.settle()
    }
    const revs = consent.exportData().receipts.map((receipt) => (receipt as { rev: number }).rev)
    expect(revs).toEqual(Array.from({ length: 20 }, (_, index) => index + 3))
  })

  it('what is erased before the receipts part is here is not sent, and not kept', async () => {
    const { consent, tab, browser } = await startTab({ receipts: { url: '/receipts' } }, { status: 503 })
    consent.acceptAll()
    consent.erase()
    await browser.settle()
    expect(tab.requests).toEqual([])
    expect(Object.keys(tab.localStorage)).toEqual([])
  })

  it('a choice that was reset has its receipt, also where the part comes with the next page', async () => {
    const receipts = { url: '/receipts' }
    const { consent, tab, browser } = await startTab({ receipts }, { blocked: ['receipts'] })
    consent.acceptAll()
    consent.reset()
    await browser.settle()
    tab.close()
    const next = await startTab({ receipts }, { browser })
    expect(next.tab.requests).toEqual(['POST https://shop.example.com/receipts'])
    expect(Object.keys(next.tab.localStorage)).toEqual(['consent_gate.history'])
  })

  it.each(['refused', 'full'] as const)(
    'a receipt has its one attempt where localStorage is %s',
    async (fault) => {
      const browser = new FakeBrowser()
      browser.local = fault
      const { consent, tab } = await startTab({ receipts: { url: '/receipts' } }, { browser })
      consent.acceptAll()
      await browser.settle()
      expect(tab.requests).toEqual(['POST https://shop.example.com/receipts'])
    },
  )

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

  it('P2 a cookie whose name js-cookie would encode is deleted', async () => {
    const { tab, consent } = await startTab({
      services: [spy('stats', 'analytics', { cookies: [{ name: 'AMCV_*' }, { name: 's[1]' }] })],
    })
    consent.acceptAll()
    tab.setCookie('AMCV_1%40AdobeOrg=1; path=/; domain=example.com')
    tab.setCookie('s[1]=1; path=/')
    const { deleted, left } = await consent.withdraw().done
    expect([[...deleted].sort(), left]).toEqual([['AMCV_1%40AdobeOrg', 's[1]'], []])
    expect(tab.cookies).not.toMatch(/AMCV|s\[/)
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
})
