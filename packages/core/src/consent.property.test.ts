import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FakeBrowser } from '../test/fake/fakeBrowser.js'
import type { CookieFault } from '../test/fake/fakeJar.js'
import type { StorageFault } from '../test/fake/fakeStorage.js'
import type { FakeTab } from '../test/fake/fakeTab.js'
import { type Spy, spy } from '../test/fake/startTab.js'
import { DAY } from '../test/fixtures.js'
import { cookieValues } from './rules/cookieHeader.js'
import type { ConsentConfig } from './types/config.js'

/** Two pages of one origin, and a sibling subdomain. */
const URLS = ['https://shop.example.com/a/', 'https://shop.example.com/', 'https://blog.example.com/']
const UNITS = ['ga', 'counter', 'videos', 'maps']
/** The cookie of each unit's service. */
const COOKIE: Readonly<Record<string, string>> = { ga: '_ga_X', counter: 'cnt', videos: 'vid_1', maps: 'map' }
/** What the site asks for, before and after a change of it. A tab goes on with what it was opened with. */
const RELEASES: readonly (readonly string[])[] = [
  ['ga', 'counter', 'videos'],
  ['ga', 'maps', 'counter'],
]
const NECESSARY = ['sid', '_ga_session', 'cart', '__Host-csrf', 'server']

type Step =
  | {
      readonly do: 'accept' | 'reject' | 'reset' | 'erase' | 'hide' | 'dismiss' | 'preferences'
      readonly tab: number
    }
  | { readonly do: 'save'; readonly tab: number; readonly id: string; readonly yes: boolean }
  | { readonly do: 'withdraw'; readonly tab: number; readonly id: string }
  | { readonly do: 'gpc'; readonly tab: number; readonly on: boolean }
  | { readonly do: 'show' | 'leave' | 'comeBack' | 'reload' | 'forgedMessage'; readonly tab: number }
  | { readonly do: 'release'; readonly tab: number; readonly release: number }
  | { readonly do: 'setCookie'; readonly tab: number; readonly line: string }
  | { readonly do: 'wait' | 'sleep' | 'setClock'; readonly time: number }
  | { readonly do: 'faults'; readonly cookies: CookieFault; readonly storage: StorageFault }
  | { readonly do: 'clearCookies' }

const tab = fc.nat({ max: URLS.length - 1 })
const id = fc.constantFrom(...UNITS, 'analytics', 'media', 'necessary', 'unknown')
const kind = <K extends Step['do']>(...kinds: K[]) => fc.constantFrom(...kinds)

const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary })

/** What visitors, pages, browsers and time do to a site whose storage works. */
const ordinary: fc.WeightedArbitrary<Step>[] = [
  often(4, fc.record({ do: kind('accept', 'reject'), tab })),
  often(2, fc.record({ do: kind('save'), tab, id, yes: fc.boolean() })),
  often(1, fc.record({ do: kind('withdraw'), tab, id })),
  often(2, fc.record({ do: kind('reset', 'erase', 'hide', 'dismiss', 'preferences'), tab })),
  often(1, fc.record({ do: kind('gpc'), tab, on: fc.boolean() })),
  often(5, fc.record({ do: kind('leave', 'comeBack'), tab })),
  often(2, fc.record({ do: kind('reload'), tab })),
  often(1, fc.record({ do: kind('release'), tab, release: fc.nat({ max: RELEASES.length - 1 }) })),
  often(1, fc.record({ do: kind('show', 'forgedMessage'), tab })),
  often(
    1,
    fc.record({
      do: kind('setCookie'),
      tab,
      line: fc.constantFrom(
        ...Object.values(COOKIE).flatMap((name) => [
          `${name}=1; path=/`,
          `${name}=1; path=/; domain=example.com`,
        ]),
      ),
    }),
  ),
  often(1, fc.record({ do: kind('wait'), time: fc.constantFrom(1, 500, 15_000, 61_000) })),
  often(1, fc.record({ do: kind('sleep'), time: fc.constantFrom(DAY, 9 * DAY) })),
  often(
    1,
    fc.record({
      do: kind('setClock'),
      time: fc.constantFrom(-1_000 * DAY, -30 * DAY, -1, 1, 30 * DAY, 300 * DAY),
    }),
  ),
]

/** What breaks: storage that refuses, cookies that go, records that nobody here wrote. */
const faulty: fc.WeightedArbitrary<Step>[] = [
  ...ordinary,
  often(
    5,
    fc.record({
      do: kind('faults'),
      cookies: fc.constantFrom<CookieFault>('fine', 'unwritable', 'refused'),
      storage: fc.constantFrom<StorageFault>('fine', 'full', 'refused'),
    }),
  ),
  often(1, fc.record({ do: kind('clearCookies') })),
  often(
    1,
    fc.record({
      do: kind('setCookie'),
      tab,
      line: fc
        .tuple(
          fc.constantFrom('', '1', 'x', '1.a.v1.1.1', '2.a.v1.zz.1.api.ga1', '1.a.v1.zz.zzzzzzzz.api.ga2'),
          fc.constantFrom('; path=/', '; path=/a', '; path=/; domain=example.com'),
        )
        .map(([value, where]) => `consent_gate=${value}${where}`),
    }),
  ),
]

/** Twenty steps as often as none: a history has to be long enough to go wrong. */
const history = (steps: fc.WeightedArbitrary<Step>[]) =>
  fc.array(fc.oneof(...steps), { maxLength: 20, size: 'max' })

const site: fc.Arbitrary<Omit<ConsentConfig, 'services'>> = fc.record({
  policies: fc.constantFrom(
    [{ version: 'v1' }],
    [{ version: 'v1' }, { version: 'v2', announced: '2026-06-02', effective: '2026-06-10' }],
    [
      { version: 'v1', effective: '2026-01-01' },
      { version: 'v2', announced: '2026-06-02', effective: '2026-06-10', askAgain: false },
      { version: 'v3', announced: '2026-06-12', effective: '2026-06-20' },
    ],
  ),
  record: fc.constantFrom({}, { domain: 'example.com' }, { days: 7 }),
  signals: fc.record({ gpc: fc.constantFrom('deny' as const, 'ask' as const, 'ignore' as const) }),
  // The second one meets a pattern of a service, which is refused for it.
  session: fc.constantFrom({ cookie: 'sid' }, { cookie: 'sid' }, { cookie: '_ga_session' }),
})

/** A browser in the middle of a history of steps, with what the visitor has said so far. */
class World {
  readonly browser = new FakeBrowser()
  readonly tabs: FakeTab[] = []
  readonly spies = new Map<FakeTab, Spy[]>()
  readonly releases = URLS.map(() => 0)
  readonly config: Omit<ConsentConfig, 'services'>
  /** Units that the visitor has ever said yes to. */
  readonly everYes = new Set<string>()
  /** The visitor's last word, by scope of the record and unit. Forgotten words are not there. */
  readonly words = new Map<string, boolean>()

  constructor(config: Omit<ConsentConfig, 'services'>) {
    this.config = config
    for (const index of URLS.keys()) this.start(index)
    for (const url of URLS.slice(1)) {
      this.browser.jar.receive(url, 'server=1; Path=/; Secure; HttpOnly')
      this.browser.jar.write(url, `${config.session?.cookie}=token; path=/; secure`)
      this.browser.jar.write(url, 'cart=3; path=/')
      this.browser.jar.write(url, '__Host-csrf=1; path=/; secure')
    }
  }

  start(index: number): void {
    const gone = this.tabs[index]
    const opened = this.browser.open(URLS[index])
    opened.navigator.globalPrivacyControl = gone?.navigator.globalPrivacyControl ?? false
    gone?.close()
    this.tabs[index] = opened
    const all = [
      spy('ga', 'analytics', { cookies: [{ name: '_ga*' }, { name: 'FPID', httpOnly: true }] }),
      spy('counter', 'analytics', { cookies: [{ name: 'cnt' }] }),
      spy('videos', 'media', { cookies: [{ name: 'vid_*' }] }),
      spy('maps', 'media', { cookies: [{ name: 'map' }] }),
    ]
    const spies = all.filter(({ id }) => RELEASES[this.releases[index] ?? 0]?.includes(id))
    this.spies.set(opened, spies)
    const consent = opened.start({
      ...this.config,
      services: spies,
      necessary: [{ name: 'cart' }, { name: '__Host-csrf' }, { name: 'server', httpOnly: true }],
    })
    consent.watch(() => {
      throw new Error('a watcher of the page')
    })
  }

  /** What can be answered in a page: without the service whose pattern meets the session cookie. */
  units(of: FakeTab): readonly string[] {
    const release = RELEASES[this.releases[this.tabs.indexOf(of)] ?? 0] ?? []
    return release.filter((unit) => unit !== 'ga' || this.config.session?.cookie === 'sid')
  }

  scope(of: FakeTab): string {
    return this.config.record?.domain ?? of.origin
  }

  say(of: FakeTab, ids: readonly string[], yes: boolean | undefined): void {
    // What a page does not ask for, nobody answers there; forgotten is all.
    for (const unit of yes === undefined ? ids : this.units(of).filter((unit) => ids.includes(unit))) {
      const key = `${this.scope(of)} ${unit}`
      if (yes) this.everYes.add(unit)
      if (yes === undefined) this.words.delete(key)
      else this.words.set(key, yes)
    }
  }

  run(step: Step): void {
    const { browser } = this
    if (step.do === 'faults') {
      browser.jar.fault = step.cookies
      browser.local = step.storage
    } else if (step.do === 'clearCookies') {
      const kept = necessaryOf(browser)
      browser.jar.clear()
      for (const { url, line } of kept) browser.jar.receive(url, line)
    } else if (step.do === 'sleep') browser.clock.sleep(step.time)
    else if (step.do === 'setClock') browser.clock.jump(step.time)
    else if ('tab' in step) this.act(step, this.tabs[step.tab] as FakeTab)
  }

  act(step: Extract<Step, { readonly tab: number }>, on: FakeTab): void {
    if (step.do === 'release') this.releases[step.tab] = step.release
    if (step.do === 'reload' || step.do === 'release') this.start(step.tab)
    if (step.do === 'comeBack' && on.frozen) on.comeBack()
    if (on.frozen) return
    const consent = on.running
    switch (step.do) {
      case 'accept':
        this.say(on, UNITS, true)
        consent.acceptAll('preferences')
        break
      case 'reject':
        this.say(on, UNITS, false)
        consent.rejectAll('preferences')
        break
      case 'save':
        this.say(on, unitsOf(step.id), step.yes)
        consent.save({ [step.id]: step.yes })
        break
      case 'withdraw':
        this.say(on, unitsOf(step.id), false)
        consent.withdraw(step.id)
        break
      case 'reset':
        this.say(on, UNITS, undefined)
        consent.reset()
        break
      case 'erase':
        this.say(on, UNITS, undefined)
        consent.erase()
        break
      case 'hide':
        consent.hide()
        break
      case 'dismiss':
        consent.dismissNotice()
        break
      case 'preferences':
        consent.showPreferences()
        break
      case 'gpc':
        on.navigator.globalPrivacyControl = step.on
        break
      case 'show':
        on.becomeVisible()
        break
      case 'leave':
        on.leave()
        break
      case 'forgedMessage':
        // Where cookies are refused, so is the channel.
        if (this.browser.jar.fault !== 'refused')
          new on.env.win.BroadcastChannel('consent_gate').postMessage({ ga: 'granted' })
        break
      case 'setCookie':
        on.setCookie(step.line)
        break
    }
  }

  /** Every page is shown, twice: what one puts right in the record, another subdomain sees at its next look. */
  async look(): Promise<void> {
    for (const each of [...this.awake, ...this.awake]) {
      each.becomeVisible()
      await this.browser.settle()
    }
  }

  get awake(): FakeTab[] {
    return this.tabs.filter(({ frozen }) => !frozen)
  }
}

function unitsOf(named: string): string[] {
  if (named === 'analytics') return ['ga', 'counter']
  if (named === 'media') return ['videos', 'maps']
  return UNITS.filter((unit) => unit === named)
}

const grantedIn = ({ snapshot }: FakeTab) => UNITS.filter((unit) => snapshot.state[unit] === 'granted')

function necessaryOf({ jar }: FakeBrowser): { url: string; line: string }[] {
  return URLS.slice(1).flatMap((url) =>
    jar
      .all(url)
      .filter(({ name }) => NECESSARY.includes(name))
      .map(({ name, value, session, secure, httpOnly, path }) => ({
        url,
        line: `${name}=${value}; Path=${path}${secure ? '; Secure' : ''}${httpOnly ? '; HttpOnly' : ''}${session ? '' : '; Persistent'}`,
      })),
  )
}

/** What must hold for every page that runs, whatever happened. */
function expectSound(world: World): void {
  expect(world.browser.errors).toEqual([])
  for (const each of world.awake) {
    const { state, record, persisted, reason } = each.snapshot
    expect(state.necessary).toBe('granted')
    for (const unit of grantedIn(each)) {
      expect(world.everYes, `${unit} was never accepted`).toContain(unit)
      expect(record?.choices[unit]).toBe('granted')
      expect({ persisted, reason }).toEqual({ persisted: true, reason: 'choice' })
    }
    for (const { id: unit, calls } of world.spies.get(each) ?? []) {
      if (!world.units(each).includes(unit)) {
        expect(calls).toEqual([])
        continue
      }
      expect(calls.at(-1), `the service ${unit} follows the state`).toBe(
        state[unit] === 'granted' ? 'grant' : 'deny',
      )
    }
  }
}

/** A yes counts for as long as it was given for: not past its life, nor under a version that asked again. */
function expectInForce({ browser, config }: World, each: FakeTab): void {
  const { record } = each.snapshot
  if (!record || !grantedIn(each).length) return
  const now = browser.clock.now()
  const policies = config.policies ?? []
  const given = policies.findIndex(({ version }) => version === record.policy)
  const asked = policies
    .slice(given + 1)
    .filter(({ effective = '', askAgain }) => Date.parse(`${effective}T00:00Z`) <= now && askAgain !== false)
  expect(given).toBeGreaterThanOrEqual(0)
  expect(asked).toEqual([])
  expect(now - record.time).toBeLessThanOrEqual((config.record?.days ?? 180) * DAY)
}

/** The records that this page could read now, found without the code under test. */
function storedIn(of: FakeTab): string[] {
  const copy = of.browser.local === 'refused' ? null : of.localStorage.getItem('consent_gate')
  const cookies = cookieValues(of.cookies, 'consent_gate')
  return of.browser.jar.fault === 'fine' || !copy ? cookies : [...cookies, copy]
}

describe('P1 P5 P7 P8 no sequence of actions, signals, policy flips, messages, faults and clock changes', () => {
  it('leaves an optional category granted without a stored yes, or touches a necessary cookie', async () => {
    await fc.assert(
      fc.asyncProperty(site, history(faulty), async (config, steps) => {
        const world = new World(config)
        const necessary = necessaryOf(world.browser)
        await world.browser.settle()
        for (const step of steps) {
          world.run(step)
          await world.browser.advance(step.do === 'wait' ? step.time : 0)
          expectSound(world)
          await world.look()
          expectSound(world)
          for (const each of world.awake) {
            expectInForce(world, each)
            for (const unit of grantedIn(each)) {
              const proof = storedIn(each).filter((value) => `${value}.`.includes(`.${unit}1.`))
              expect(proof, `a stored yes to ${unit}`).not.toEqual([])
            }
          }
          expect(necessaryOf(world.browser)).toEqual(necessary)
        }
      }),
      { numRuns: 300 },
    )
  }, 240_000)

  it('where storage works, runs what the visitor’s last word denies, or leaves its cookies', async () => {
    await fc.assert(
      fc.asyncProperty(site, history(ordinary), async (config, steps) => {
        const world = new World(config)
        const necessary = necessaryOf(world.browser)
        const expectLastWord = (each: FakeTab) => {
          for (const unit of grantedIn(each))
            expect(world.words.get(`${world.scope(each)} ${unit}`)).toBe(true)
        }
        await world.browser.settle()
        for (const step of steps) {
          world.run(step)
          if (step.do === 'comeBack') expectLastWord(world.tabs[step.tab] as FakeTab)
          const asked = 'tab' in step && world.tabs[step.tab]
          if (step.do === 'accept' && asked && !asked.frozen)
            expect(grantedIn(asked).sort()).toEqual([...world.units(asked)].sort())
          await world.browser.advance(step.do === 'wait' ? step.time : 0)
          await world.look()
          expectSound(world)
          for (const each of world.awake) {
            expectLastWord(each)
            expectInForce(world, each)
            for (const unit of world.units(each)) {
              if (each.snapshot.state[unit] === 'denied')
                expect(each.cookies).not.toContain(`${COOKIE[unit]}=`)
            }
          }
          expect(necessaryOf(world.browser)).toEqual(necessary)
        }
      }),
      { numRuns: 300 },
    )
  }, 240_000)
})
