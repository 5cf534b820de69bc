import type { Snapshot } from '@consent-gate/core'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { cookiesOf, openSite, type Site, stampSends, VisitorTabs, withGate } from '../harness/index.js'
import { visitorSteps } from './visitorSteps.js'
import { UNITS, walkPages } from './walkPage.js'
import { whatIsWrong } from './whatIsWrong.js'

/**
 * The same walks each time, so that a red run tells of the change that was made. Others, and more of them:
 * `WALK_SEED=7 WALK_COUNT=100 npx vitest run --project browser tests/banner/interfaceWalks`.
 */
const seed = Number(process.env.WALK_SEED ?? 1)
const WALKS = Number(process.env.WALK_COUNT ?? 8)
const STEPS = 20
const TOKEN = 'a%2Fb='

type StepName = keyof typeof visitorSteps
const journeys = ['open a tab', 'close', 'navigate', 'push', 'back', 'reload', 'log in', 'log out'] as const
type Journey = (typeof journeys)[number]
interface Step {
  readonly name: StepName | Journey
  readonly tab: number
}

const names = Object.keys(visitorSteps) as StepName[]
const walk = fc.array(
  fc.record<Step>({
    name: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...names) },
      { weight: 1, arbitrary: fc.constantFrom(...journeys) },
    ),
    tab: fc.nat({ max: VisitorTabs.most - 1 }),
  }),
  { minLength: STEPS, maxLength: STEPS },
)

const snapshotOf = (page: Page) => withGate(page, (gate) => gate.get())
const stateOf = async (page: Page) => (await snapshotOf(page)).state

/** One visitor, with the tabs that are open and what was done in them. */
class Visit {
  readonly site: Site
  readonly tabs: VisitorTabs
  readonly done: string[] = []
  #signedIn = false

  constructor(site: Site) {
    this.site = site
    this.tabs = new VisitorTabs(site)
  }

  readonly #journeys: Record<Journey, (page: Page) => Promise<unknown>> = {
    'open a tab': () => this.tabs.open(),
    close: (page) => this.tabs.close(page),
    navigate: (page) => this.tabs.navigate(page),
    push: (page) => this.tabs.push(page),
    back: (page) => this.tabs.back(page),
    reload: (page) => page.reload(),
    'log in': async (page) => {
      await page.evaluate(`ConsentGate.session.start('${TOKEN}')`)
      this.#signedIn = true
    },
    'log out': async (page) => {
      await page.evaluate('ConsentGate.session.end()')
      this.#signedIn = false
    },
  }

  async take({ name, tab }: Step): Promise<void> {
    const page = this.tabs.at(tab)
    await page.bringToFront()
    const before = await snapshotOf(page)
    this.done.push(`${name} in ${this.tabs.pages.indexOf(page)}`)
    if (name in this.#journeys) await this.#journeys[name as Journey](page)
    else if (await visitorSteps[name as StepName].take(page))
      await this.#expectSaid(name as StepName, page, before)
    else this.done.pop()
    await this.#expectTruth(page.isClosed() ? this.tabs.at(0) : page)
  }

  async #expectSaid(name: StepName, page: Page, before: Snapshot): Promise<void> {
    const { says } = visitorSteps[name]
    const { state, record } = await snapshotOf(page)
    const asked = before.pending.length && says.startsWith('asked') ? before.pending : UNITS
    const now = UNITS.map((unit) => state[unit])
    const all = (status: string) => UNITS.map((unit) => (asked.includes(unit) ? status : before.state[unit]))
    if (says.endsWith('yes')) expect(now).toEqual(all('granted'))
    if (says.endsWith('no') || says === 'forgotten') expect(now).toEqual(all('denied'))
    if (says === 'nothing') expect(state).toEqual(before.state)
    else if (says === 'forgotten') expect(record).toBeNull()
    else expect(record?.rev).toBeGreaterThan(before.record?.rev ?? 0)
  }

  /** Every tab meets the one where something was done, shows what is so, and the log-in stays what it was. */
  async #expectTruth(lead: Page): Promise<void> {
    const state = await stateOf(lead)
    for (const tab of this.tabs.pages) {
      await expect.poll(() => stateOf(tab)).toEqual(state)
      await expect.poll(() => tab.evaluate(whatIsWrong)).toEqual([])
    }
    const sessions = await cookiesOf(this.site.context, 'sid')
    expect(sessions.map(({ value, expires }) => [value, expires])).toEqual(
      this.#signedIn ? [[TOKEN, -1]] : [],
    )
  }
}

async function take(site: Site, steps: readonly Step[]): Promise<number> {
  const { context, wire, errors } = site
  const visit = new Visit(site)
  wire.requests.length = 0
  await context.clearCookies()
  await visit.tabs.open()
  try {
    for (const step of steps) await visit.take(step)
  } catch (error) {
    throw new Error(`After ${visit.done.join(', ')}`, { cause: error })
  } finally {
    await visit.tabs.closeAll()
  }
  await wire.during(200)
  const hits = [...wire.of('collect'), ...wire.of('pixel')]
  expect(hits.filter(({ params }) => params.allowed !== 'true')).toEqual([])
  expect(errors).toEqual([])
  return hits.length
}

test('P1 P2 P5 P9 P17 random walks through the interface: what shows and what runs is what was said last', async () => {
  const site = await openSite({
    page: walkPages,
    gtag: { queueMs: 60 },
    before: (context) => context.addInitScript(stampSends),
  })
  await site.page.close()
  let hits = 0
  await fc.assert(
    fc.asyncProperty(walk, async (steps) => {
      hits += await take(site, steps)
    }),
    { seed, numRuns: WALKS, endOnFailure: true },
  )
  expect(hits).toBeGreaterThan(WALKS)
}, 600_000)
