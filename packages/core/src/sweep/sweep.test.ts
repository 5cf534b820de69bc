import { describe, expect, it } from 'vitest'
import { FakeBrowser } from '../../test/fake/fakeBrowser.js'
import { POLICIES, spy, startTab } from '../../test/fake/startTab.js'
import type { SweepReport } from '../types/consent.js'

describe('what a start sweeps', () => {
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
})

describe('what a withdrawal sweeps', () => {
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

  it('P2 names a cookie that cannot be deleted', async () => {
    const { tab, consent, browser } = await startTab()
    consent.acceptAll()
    tab.setCookie('_ga=1; path=/')
    // From now on the record can be written, and `_ga` comes back whenever it is deleted.
    const { setCookie } = tab
    tab.setCookie = (line) => setCookie.call(tab, line.startsWith('_ga=;') ? '_ga=1; path=/' : line)
    await expect(consent.withdraw().done).resolves.toEqual({ deleted: [], left: ['_ga'], unreadable: [] })
    expect(browser.errors).toEqual([])
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
})

describe('what comes back after a withdrawal', () => {
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

  it('P2 looks for the last time ten seconds after a withdrawal', async () => {
    const { tab, consent, browser } = await startTab()
    consent.acceptAll()
    consent.rejectAll()
    await browser.advance(9_900)
    tab.setCookie('_ga=1; path=/')
    await browser.advance(200)
    expect(tab.cookies).not.toContain('_ga=')
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
})
