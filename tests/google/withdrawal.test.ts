import { afterAll, describe, expect, test } from 'vitest'
import { cookiesOf, goBack, goTo, type Site } from '../harness/index.js'
import { FOREIGN, ID, SECOND } from './gaPage.js'
import { type GrantedOptions, openGranted } from './openGranted.js'
import { type Step, switchedOff } from './switchedOff.js'

/**
 * The table of FACTS 1.7 as our withdrawal makes it, and the same runs with steps of it switched off, which must
 * show what was measured for the step that is left. Each entry is an event and its consent state: G101 as granted,
 * G100 as denied.
 */
const levels: readonly { name: string; off: readonly Step[] }[] = [
  { name: 'as it is', off: [] },
  { name: 'no guard', off: ['guard'] },
  { name: 'no guard, no flag', off: ['guard', 'flag'] },
  { name: 'cookies only', off: ['guard', 'flag', 'update'] },
]

interface Line {
  name: string
  options?: GrantedOptions
  /** What happens under the yes. */
  before?: (site: Site) => Promise<unknown>
  /** Runs in the task of the withdrawal, just before it: what waits in the tag's queue. */
  queue?: string
  /** Runs in the same task, just after it. */
  later?: string
  /** `'loaded'`: Chromium dropped the page it was to keep, as it may at any time; the run begins anew. */
  after?: (site: Site) => Promise<unknown>
  /** What leaves at each level, in the order of `levels`. */
  leaves: readonly (readonly string[])[]
}

const event = (name: string) => `gtag('event', '${name}')`
const QUEUE_MS = 400
const patient = { gtag: { queueMs: 60_000 } }
const leave = ({ page }: Site) => page.goto('about:blank')
const COLLECT = `https://www.google-analytics.com/g/collect?v=2&tid=${ID}&en=own`
const SERVER = 'https://sst.example.test'

const lines: Line[] = [
  { name: 'a later gtag() event', later: event('later'), leaves: [[], [], ['later G100'], ['later G101']] },
  {
    name: 'a later event to a group and to the ID',
    later: `gtag('event', 'later', { send_to: 'default' }); gtag('event', 'later', { send_to: '${ID}' })`,
    leaves: [[], [], ['later G100', 'later G100'], ['later G101', 'later G101']],
  },
  // Our own functions are held back before the tag: nothing to switch off.
  {
    name: 'track() and pageView()',
    later: `ConsentGate.track('later'); ConsentGate.pageView()`,
    leaves: [[], [], [], []],
  },
  {
    name: 'queued events, when the queue is due',
    queue: event('queued'),
    leaves: [[], ['queued G101'], ['queued G101'], ['queued G101']],
  },
  {
    name: 'the scroll that the tag queued by itself',
    options: { gtag: { enhancedMeasurement: ['scroll'], queueMs: 3_000 } },
    before: ({ page }) => page.waitForTimeout(300),
    leaves: [[], ['scroll G101'], ['scroll G101'], ['scroll G101']],
  },
  {
    name: 'unload: user_engagement',
    options: patient,
    after: leave,
    leaves: [[], [], ['user_engagement G100'], ['user_engagement G101']],
  },
  {
    name: 'unload with a queue',
    options: patient,
    queue: event('queued'),
    after: leave,
    leaves: [
      [],
      ['queued G101'],
      ['queued G101', 'user_engagement G100'],
      ['queued G101', 'user_engagement G101'],
    ],
  },
  {
    name: 'reload with a queue',
    options: patient,
    queue: event('queued'),
    after: ({ page }) => page.reload(),
    leaves: [
      [],
      ['queued G101'],
      ['queued G101', 'user_engagement G100'],
      ['queued G101', 'user_engagement G101'],
    ],
  },
  {
    name: 'pushState',
    later: `history.pushState({}, '', '/pushed')`,
    leaves: [[], [], ['page_view G100'], ['page_view G101']],
  },
  {
    name: 'replaceState',
    later: `history.replaceState({}, '', '/replaced')`,
    leaves: [[], [], ['page_view G100'], ['page_view G101']],
  },
  {
    // The page views of our own stop with us.
    name: "pushState with pageViews: 'history'",
    options: { analytics: { pageViews: 'history' }, gtag: { enhancedMeasurement: [] } },
    later: `history.pushState({}, '', '/pushed')`,
    leaves: [[], [], [], []],
  },
  {
    name: 'send_to a second ID of ours',
    options: { analytics: { measurementId: [ID, SECOND] } },
    later: `gtag('event', 'later', { send_to: '${SECOND}' })`,
    leaves: [[], [], ['later G100'], ['later G101']],
  },
  {
    name: 'the queues of two IDs',
    options: { analytics: { measurementId: [ID, SECOND] } },
    queue: event('queued'),
    leaves: [
      [],
      ['queued G101', 'queued G101'],
      ['queued G101', 'queued G101'],
      ['queued G101', 'queued G101'],
    ],
  },
  {
    // Its flag is not ours to set, so even without a queue the guard is what keeps it silent.
    name: 'send_to, queue and history of an ID that the page configured itself',
    before: async ({ page, wire }) => {
      await page.evaluate(`gtag('config', '${FOREIGN}')`)
      await wire.waitForEvent('page_view', { count: 2 })
    },
    queue: `gtag('event', 'queued', { send_to: '${FOREIGN}' })`,
    later: `gtag('event', 'later', { send_to: '${FOREIGN}' }); history.pushState({}, '', '/pushed')`,
    leaves: [
      [],
      ['later G100', 'page_view G100', 'queued G101'],
      ['later G100', 'page_view G100', 'page_view G100', 'queued G101'],
      ['later G101', 'page_view G101', 'page_view G101', 'queued G101'],
    ],
  },
  {
    name: 'another tab: its queue, its events, its end',
    options: patient,
    before: async (site) => {
      const other = await site.context.newPage()
      await other.goto(site.url)
      await site.wire.waitForEvent('page_view', { count: 2 })
      await other.evaluate(event('queued'))
    },
    after: async ({ context }) => {
      const other = context.pages()[1]
      await other?.waitForFunction(`!ConsentGate.allows('google-analytics')`)
      await other?.evaluate(event('later'))
      await other?.goto('about:blank')
    },
    leaves: [
      [],
      ['queued G101'],
      ['later G100', 'queued G101', 'user_engagement G100'],
      ['later G101', 'queued G101', 'user_engagement G101'],
    ],
  },
  {
    name: 'withdrawn elsewhere, then back to the page in the back/forward cache',
    options: { launch: { backForwardCache: 'on' } },
    before: async (site) => {
      await goTo(site.page, site.urlOf('/second'))
      await site.wire.waitForEvent('page_view', { count: 2 })
      await site.wire.during(300)
    },
    after: async ({ page }) => {
      if ((await goBack(page)) === 'loaded') return 'loaded'
      return page.evaluate(`${event('later')}; history.pushState({}, '', '/pushed')`)
    },
    // The second page ends with its user_engagement, then the first goes on.
    leaves: [
      [],
      [],
      ['later G100', 'page_view G100', 'user_engagement G100'],
      ['later G101', 'page_view G101', 'user_engagement G101'],
    ],
  },
  {
    name: "fetch to Google, the page's own: string, URL and Request",
    later: `for (const to of ['${COLLECT}', new URL('${COLLECT}'), new Request('${COLLECT}', { mode: 'no-cors' })]) {
      fetch(to, { method: 'POST', mode: 'no-cors', keepalive: true })
    }`,
    leaves: [[], ['own', 'own', 'own'], ['own', 'own', 'own'], ['own', 'own', 'own']],
  },
  {
    name: "sendBeacon to Google, the page's own",
    later: `navigator.sendBeacon('${COLLECT}'); navigator.sendBeacon(new URL('${COLLECT}'), 'en=second')`,
    leaves: [[], ['own', 'second'], ['own', 'second'], ['own', 'second']],
  },
  {
    name: 'transportUrl: events, queue and end at a server of the site',
    options: { analytics: { transportUrl: SERVER }, ...patient },
    queue: event('queued'),
    later: event('later'),
    after: leave,
    leaves: [
      [],
      ['queued G101'],
      ['later G100', 'queued G101', 'user_engagement G100'],
      ['later G101', 'queued G101', 'user_engagement G101'],
    ],
  },
  {
    name: 'server_container_url: events and queue',
    options: { analytics: { config: { server_container_url: `${SERVER}/path` } } },
    queue: event('queued'),
    later: event('later'),
    leaves: [[], ['queued G101'], ['later G100', 'queued G101'], ['later G101', 'queued G101']],
  },
  {
    name: 'a synthetic pagehide, which flushes the queue',
    options: patient,
    queue: event('queued'),
    later: `dispatchEvent(new Event('pagehide'))`,
    leaves: [
      [],
      ['queued G101'],
      ['queued G101', 'user_engagement G100'],
      ['queued G101', 'user_engagement G101'],
    ],
  },
  {
    name: 'destroy() while denied',
    queue: event('queued'),
    later: `ConsentGate.destroy(); ${event('later')}`,
    leaves: [[], ['queued G101'], ['later G100', 'queued G101'], ['later G101', 'queued G101']],
  },
]

const arrived = ({ wire }: Site, since: number): string[] =>
  wire.requests
    .slice(since)
    .flatMap(({ kind, events, url }) =>
      kind === 'collect' || kind === 'pixel'
        ? events.map(({ name, params }) => [name, params.gcs].filter(Boolean).join(' '))
        : [`${kind} ${url.hostname}`],
    )
    .sort()

async function run(line: Line, off: readonly Step[], tries = 3) {
  const site = await openGranted({
    ...line.options,
    gtag: { queueMs: QUEUE_MS, ...line.options?.gtag },
    before: (context) => context.addInitScript(switchedOff(off)),
  })
  await line.before?.(site)
  const since = site.wire.requests.length
  await site.page.evaluate(`${line.queue ?? ''}; ConsentGate.withdraw(); ${line.later ?? ''}`)
  if ((await line.after?.(site)) === 'loaded') {
    expect(tries, 'Chromium kept the page in none of the runs').toBeGreaterThan(1)
    return run(line, off, tries - 1)
  }
  return { site, leaves: () => arrived(site, since) }
}

const table: Record<string, Record<string, number>> = {}
afterAll(() => {
  console.log('FACTS 1.7 after our withdrawal: events that left, per step that was switched off')
  console.table(table)
})

describe('P2 after a withdrawal nothing leaves, and each step is why', () => {
  test.each(lines)('P2 $name', async (line) => {
    const runs = await Promise.all(levels.map(({ off }) => run(line, off)))
    // What is silent is judged once the noisy runs of the same moment have made their noise.
    await expect
      .poll(() => runs.slice(1).map(({ leaves }) => leaves()), { timeout: 10_000 })
      .toEqual(line.leaves.slice(1))
    await runs[0]?.site.wire.during(QUEUE_MS * 2)
    const seen = runs.map(({ leaves }) => leaves())
    table[line.name] = Object.fromEntries(levels.map(({ name }, index) => [name, seen[index]?.length ?? -1]))
    expect(seen).toEqual(line.leaves)
    expect(await cookiesOf(runs[0]?.site.context ?? expect.fail(), '_ga')).toEqual([])
  })

  test('P2 cookies: only where nothing but they was taken away does the next event write _ga_<ID> again', async () => {
    const back = await Promise.all(
      levels.map(async ({ off }) => {
        const { page } = await openGranted({ before: (context) => context.addInitScript(switchedOff(off)) })
        return page.evaluate(
          `ConsentGate.withdraw(); ${event('later')}; document.cookie.match(/\\b_ga\\w*/g)`,
        )
      }),
    )
    expect(back).toEqual([null, null, null, ['_ga_TEST1']])
  })

  test('P2 ten seconds of events and page changes later there is still no hit and no cookie', async () => {
    const { page, context, wire, errors } = await openGranted({ gtag: { queueMs: QUEUE_MS } })
    const before = wire.requests.length
    await page.evaluate(`${event('queued')}; ConsentGate.withdraw()`)
    const seen: string[] = []
    for (let second = 1; second <= 10; second++) {
      await page.waitForTimeout(1_000)
      await page.evaluate(
        `${event('later')}; ConsentGate.track('tracked'); history.pushState({}, '', '/${second}')`,
      )
      seen.push(...(await cookiesOf(context, '_ga')).map(({ name }) => `${second} s: ${name}`))
    }
    await page.goto('about:blank')
    await wire.during(QUEUE_MS * 2)
    expect(seen).toEqual([])
    expect(wire.log().slice(before)).toEqual([])
    expect(errors).toEqual([])
  })
})

test('P2 a listener of the page at the layer that throws keeps nothing on', async () => {
  const { page, context, wire } = await openGranted({ gtag: { queueMs: QUEUE_MS } })
  const before = wire.requests.length
  await page.evaluate(`{
    ${event('queued')}
    const { push } = dataLayer
    dataLayer.push = (entry) => {
      push(entry)
      return entry.event.length
    }
    ConsentGate.withdraw()
  }`)
  expect(await page.evaluate(`ConsentGate.get().services['google-analytics']`)).toBe('stopped')
  await wire.during(QUEUE_MS * 2)
  expect(wire.log().slice(before)).toEqual([])
  expect(await cookiesOf(context, '_ga')).toEqual([])
})

test('P2 an ID that the page configures after the no: its file is fetched by the tag, which is a stated limit, and nothing is measured', async () => {
  const { page, wire, context } = await openGranted()
  await page.evaluate('ConsentGate.withdraw()')
  const before = wire.requests.length
  await page.evaluate(`gtag('config', '${FOREIGN}')`)
  await page.waitForFunction(`'${FOREIGN}' in google_tag_manager`)
  await page.evaluate(`gtag('event', 'later', { send_to: '${FOREIGN}' })`)
  await wire.during(700)
  expect(wire.log().slice(before)).toEqual([`gtag www.googletagmanager.com ${FOREIGN}`])
  expect(await cookiesOf(context, '_ga')).toEqual([])
})

test.each([
  ['of this host', {}],
  ['of the domain that shares the record', { record: { domain: 'example.test' } }],
])('P2 partitioned cookies %s are deleted as well', async (_name, config) => {
  const { page, context } = await openGranted({
    analytics: { config: { cookie_flags: 'SameSite=None;Secure;Partitioned' } },
    config,
  })
  const cookies = await cookiesOf(context, '_ga')
  expect(cookies.map(({ partitionKey }) => partitionKey)).toEqual(Array(2).fill('https://example.test'))
  expect(await page.evaluate('ConsentGate.withdraw().done')).toMatchObject({
    deleted: ['_ga', '_ga_TEST1'],
    left: [],
  })
  expect(await cookiesOf(context, '_ga')).toEqual([])
})

describe('P2 every way of saying no is the same no', () => {
  test.each([
    ['withdraw()', 'ConsentGate.withdraw()'],
    ["withdraw('google-analytics')", "ConsentGate.withdraw('google-analytics')"],
    ["withdraw('analytics')", "ConsentGate.withdraw('analytics')"],
    ['rejectAll()', 'ConsentGate.rejectAll()'],
    ['save({ analytics: false })', 'ConsentGate.save({ analytics: false })'],
    ["save({ 'google-analytics': false })", "ConsentGate.save({ 'google-analytics': false })"],
    ['erase()', 'ConsentGate.erase()'],
    ['reset()', 'ConsentGate.reset()'],
  ])('P2 %s', async (_name, deny) => {
    const { page, context, wire } = await openGranted({ gtag: { queueMs: QUEUE_MS } })
    const before = wire.requests.length
    await page.evaluate(
      `${event('queued')}; ${deny}; ${event('later')}; history.pushState({}, '', '/pushed')`,
    )
    expect(await cookiesOf(context, '_ga')).toEqual([])
    await wire.during(QUEUE_MS * 2)
    await page.goto('about:blank')
    await wire.during(QUEUE_MS)
    expect(wire.log().slice(before)).toEqual([])
    expect(await cookiesOf(context, '_ga')).toEqual([])
  })
})
