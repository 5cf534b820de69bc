import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { cookiesOf, dataLayerOf, openSite, type Site, stampSends, VisitorTabs } from '../harness/index.js'
import { gaPage, ID } from './gaPage.js'

/**
 * Random walks of a visitor through a site with several tabs. To walk the same way again:
 * `WALK_SEED=<seed> WALK_PATH=<path> npx vitest run --project browser tests/google/walks -t kept` (or `-t asked`).
 */
const seed = Number(process.env.WALK_SEED ?? Date.now() % 1_000_000_000)
const path = process.env.WALK_PATH
const WALKS = Number(process.env.WALK_COUNT ?? 200)
/** Walks that go on at the same time, each in a browser context of its own. */
const LANES = path === undefined ? 4 : 1
const MAX_STEPS = 7
const QUEUE_MS = 60

const steps = ['toggle', 'open', 'close', 'navigate', 'back', 'reload', 'push', 'track', 'wait'] as const
type Step = { do: (typeof steps)[number]; tab: number }

const step = fc.record<Step>({
  do: fc.oneof(
    { weight: 3, arbitrary: fc.constant('toggle' as const) },
    { weight: 4, arbitrary: fc.constantFrom('navigate' as const, 'back' as const) },
    { weight: 7, arbitrary: fc.constantFrom(...steps) },
  ),
  tab: fc.nat(VisitorTabs.most - 1),
})

const walk = fc.array(step, { minLength: 3, maxLength: MAX_STEPS })

const inFirst = (...names: Step['do'][]): Step[] => names.map((name) => ({ do: name, tab: 0 }))

/** A walk that leaves a page, mostly one that measures, and comes back to it, with anything between and after. */
const walkAndBack = fc
  .tuple(
    fc.constantFrom(inFirst('toggle'), inFirst('toggle', 'open'), inFirst('toggle', 'track'), []),
    fc.array(step, { minLength: 1, maxLength: 2 }),
    fc.array(step, { maxLength: 3 }),
  )
  .map(([before, away, after]) => [...before, ...inFirst('navigate'), ...away, ...inFirst('back'), ...after])

/** The answer of the visitor, and since when every open tab has followed it. */
interface Answer {
  granted: boolean
  since: number
}

type Totals = Record<'walks' | 'hits' | 'withdrawals' | 'back' | 'restored', number>

const allows = `window.ConsentGate?.allows?.('google-analytics')`

/** Resolves when the page has started and follows the answer; P9 gives it a second. */
async function follows(page: Page, { granted }: Answer): Promise<void> {
  await page.waitForFunction(`${allows} === ${granted}`, undefined, { polling: 10, timeout: 5_000 })
}

/** The walk itself. Ends with every tab closed and the context as it was. */
async function take(site: Site, todo: readonly Step[], totals: Totals): Promise<void> {
  const { context, wire } = site
  wire.requests.length = 0
  await context.clearCookies()
  const visitor = new VisitorTabs(site)
  const { pages: tabs } = visitor
  await visitor.open()
  const denials: { from: number; until: number }[] = []
  let answer: Answer = { granted: false, since: Date.now() }

  const inTab: Record<Step['do'], (page: Page) => Promise<unknown>> = {
    async toggle(page) {
      const granted = !answer.granted
      const at = Number(await page.evaluate(`changeAnswer(${granted})`))
      if (granted) denials.push({ from: answer.since, until: at })
      else totals.withdrawals++
      const own = { granted, since: at }
      await Promise.all(tabs.map((tab) => follows(tab, own)))
      if (!granted) {
        // The tab that was clicked in is silent from that instant, the others once they know.
        const late = await page.evaluate(`sends.filter(({ time }) => time >= ${at})`)
        expect(late, 'sent by the tab that said no').toEqual([])
      }
      answer = { granted, since: Date.now() }
    },
    open: () => visitor.open(),
    close: (page) => visitor.close(page),
    navigate: (page) => visitor.navigate(page),
    async back(page) {
      if (!(await visitor.back(page))) return
      totals.back++
      if (await page.evaluate('window.restored')) totals.restored++
    },
    reload: (page) => page.reload(),
    push: (page) => visitor.push(page),
    track: (page) =>
      page.evaluate(`window.gtag?.('event', 'by_page'); window.ConsentGate?.track?.('by_api')`),
    wait: (page) => page.waitForTimeout(QUEUE_MS),
  }

  for (const step of todo) {
    await inTab[step.do](visitor.at(step.tab))
    await Promise.all(tabs.map((tab) => follows(tab, answer)))
    if (!answer.granted) expect(await cookiesOf(context, '_ga'), 'cookies while denied').toEqual([])
  }

  for (const tab of tabs) {
    const scripts = await tab.locator('script[src*="/gtag/js"]').count()
    expect(scripts, 'scripts in a document').toBeLessThanOrEqual(1)
    const layer = await dataLayerOf(tab)
    expect(layer.every(({ isArguments }) => isArguments)).toBe(true)
    const count = (word: string) => layer.filter(({ values }) => values.slice(0, 2).includes(word)).length
    expect(count('default'), 'defaults').toBe(scripts)
    // A no that came before gtag.js took the config out again.
    expect(count(ID), 'configs').toBeLessThanOrEqual(scripts)
    if (answer.granted) expect(count(ID), 'configs while granted').toBe(1)
    if (answer.granted) {
      const name = `alive_${tabs.indexOf(tab)}`
      await tab.evaluate(`ConsentGate.track('${name}')`)
      await wire.waitForEvent(name)
    }
  }
  if (!answer.granted) denials.push({ from: answer.since, until: Number.POSITIVE_INFINITY })
  await wire.during(QUEUE_MS * 2)
  await visitor.closeAll()
  await wire.during(QUEUE_MS)

  const hits = [...wire.of('collect'), ...wire.of('pixel')]
  const wrong = hits.filter(({ params }) => {
    const sent = Number(params.sent)
    return params.allowed !== 'true' || denials.some(({ from, until }) => sent >= from && sent < until)
  })
  expect(
    wrong.map(({ url }) => url.search),
    'hits of a page that had been withdrawn',
  ).toEqual([])
  totals.hits += hits.length
  totals.walks++
}

/** How a browser goes back: by asking the site again, or to the page that it kept. */
const kinds = {
  asked: { backForwardCache: 'off', walks: Math.ceil((WALKS / 5) * 4), walk },
  kept: { backForwardCache: 'on', walks: Math.ceil(WALKS / 5), walk: walkAndBack },
} as const
type Kind = (typeof kinds)[keyof typeof kinds]

/** Every second visitor has a blocker that takes the interface away; the promises are the same. */
const openLane = (lane: number, { backForwardCache }: Kind) =>
  openSite({
    page: { '*': gaPage() },
    launch: { backForwardCache },
    gtag: { queueMs: QUEUE_MS },
    before: (context) => context.addInitScript(stampSends),
    respond: ({ url }) => (lane % 2 && url.pathname === '/gate/gate-ui.js' ? 'abort' : undefined),
  })

async function walkLane(lane: number, kind: Kind, totals: Totals): Promise<void> {
  const site = await openLane(lane, kind)
  await site.page.close()
  await fc.assert(
    fc.asyncProperty(kind.walk, (todo) => take(site, todo, totals)),
    {
      seed: seed + lane,
      numRuns: Math.ceil(kind.walks / LANES),
      // Shrinking a walk walks it again and again; the seed and path are enough to see it once more.
      endOnFailure: true,
      ...(path !== undefined && { path }),
    },
  )
}

test.each(Object.entries(kinds))(
  'P1 P2 P3 P4 P9 random walks: toggles, tabs, history, reloads, events; going back to what was %s',
  async (name, kind) => {
    const totals = { walks: 0, hits: 0, withdrawals: 0, back: 0, restored: 0 }
    const lanes = await Promise.allSettled(
      Array.from({ length: LANES }, (_, lane) => walkLane(lane, kind, totals)),
    )
    const failed = lanes.find((lane) => lane.status === 'rejected')
    console.log(`Walks, ${name}, from seed ${seed}: ${JSON.stringify(totals)}`)
    if (failed) throw failed.reason
    expect(totals.walks).toBeGreaterThanOrEqual(path === undefined ? kind.walks : 1)
    if (path !== undefined) return
    // The walks are worth something only if much was sent, withdrawn and restored.
    expect(totals.hits).toBeGreaterThan(kind.walks)
    expect(totals.withdrawals).toBeGreaterThan(kind.walks / 4)
    expect(totals.back).toBeGreaterThan(kind.walks / 5)
    if (kind.backForwardCache === 'on') expect(totals.restored).toBeGreaterThan(kind.walks / 2)
    else expect(totals.restored).toBe(0)
  },
  10 * 60_000,
)
