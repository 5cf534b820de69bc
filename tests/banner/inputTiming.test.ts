import { loadavg } from 'node:os'
import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { closeOpened, openSite } from '../harness/index.js'
import { SITE, sitePage, siteStyles, WAY_BACK } from './sitePage.js'
import { taskTimes } from './taskTimes.js'

/** Enough for what is asserted here. `npm run measure:input` makes more. */
const RUNS = Number(process.env.RUNS ?? 1)
const TIMEOUT = 60_000 * RUNS

const SLOWDOWN = 4
const GATED_SCRIPTS = 5000
/** A finger stays down for a while. Without it Chromium hands down, up and click to the page in one task. */
const PRESS = { delay: 100 }
/** What a run on a busy machine may take. The numbers that count are those that `npm run measure:input` prints. */
const GENEROUS_MS = 1000

const watchClicks = () => {
  const clicks: { toPaint: number; handling: number }[] = []
  Object.assign(window, { clicks })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      if (entry.name !== 'click') continue
      const { duration: toPaint, processingStart, processingEnd } = entry
      clicks.push({ toPaint, handling: Math.round((processingEnd - processingStart) * 10) / 10 })
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
}

/** Counts the frames that begin after the click and still show the notice. */
const watchFrames = (page: Page, role: string) =>
  page.evaluate((role) => {
    const frames = { late: 0 }
    Object.assign(window, { frames })
    const next = () => {
      if (!document.querySelector('#consent-gate [data-role=accept]')?.checkVisibility()) return
      frames.late++
      requestAnimationFrame(next)
    }
    document
      .querySelector(`#consent-gate [data-role=${role}]`)
      ?.addEventListener('click', () => requestAnimationFrame(next), { once: true })
  }, role)

const throttle = (session: CDPSession, rate: number) =>
  session.send('Emulation.setCPUThrottlingRate', { rate })

const PIECES =
  '<consent-gate-toggle></consent-gate-toggle><consent-gate-disclosure></consent-gate-disclosure><consent-gate-policies></consent-gate-policies>'

const GATED =
  '<script type="text/plain" data-category="analytics" nonce="n0nce">window.ran = 1 + (window.ran ?? 0)</script>'

/** A page of the site on a slow CPU, come to from a page of the site without us. */
async function openSlow() {
  const { page, context } = await openSite({
    page: {
      '/site.css': siteStyles,
      '/elsewhere': '<!doctype html><title>Elsewhere</title>',
      '/gated': sitePage({ config: SITE, lang: 'en', body: WAY_BACK + GATED.repeat(GATED_SCRIPTS) }),
      '/pieces': sitePage({ config: SITE, lang: 'en', body: PIECES }),
      '*': sitePage({ config: SITE, lang: 'en', body: WAY_BACK }),
    },
    launch: { program: 'chromium' },
    before: (context) => context.addInitScript(watchClicks),
  })
  const browser = context.browser()
  if (!browser) throw new Error('no browser')
  const role = (name: string) => page.locator(`#consent-gate [data-role=${name}]`)
  await role('accept').waitFor()
  const url = page.url()
  await throttle(await context.newCDPSession(page), SLOWDOWN)
  /** The longest task of ours meanwhile. */
  const longest = async (action: () => Promise<unknown>, settle: number) => {
    const [first = 0] = await taskTimes(browser, page, async () => {
      await action()
      await page.waitForTimeout(settle)
    })
    return first
  }
  return {
    page,
    role,
    longest,
    /** The task that leaves a page of ours for the next is the browser's, and makes a window: 20 to 50 ms of its own. */
    async visit(path: string, shown: () => Promise<unknown>) {
      await page.goto(new URL('/elsewhere', url).href)
      return await longest(async () => {
        await page.goto(new URL(path, url).href)
        await shown()
      }, 300)
    },
  }
}

async function measure(name: 'accept' | 'reject') {
  const { page, role, longest, visit } = await openSlow()
  const longestUntilNotice = await visit('/', () => role(name).waitFor())
  await watchFrames(page, name)
  const longestFromClick = await longest(() => role(name).click(PRESS), 1000)
  const { clicks, frames } = (await page.evaluate('({ clicks, frames })')) as {
    clicks: { toPaint: number; handling: number }[]
    frames: { late: number }
  }
  return {
    toPaint: Math.max(0, ...clicks.map(({ toPaint }) => toPaint)),
    handling: Math.max(0, ...clicks.map(({ handling }) => handling)),
    framesLate: frames.late,
    longestUntilNotice,
    longestFromClick,
  }
}

/** A yes that many scripts of the page wait for. */
async function measureGated() {
  const { page, role, longest, visit } = await openSlow()
  const longestUntilNotice = await visit('/gated', () => role('accept').waitFor())
  const longestFromClick = await longest(async () => {
    await role('accept').click(PRESS)
    await page.waitForFunction(`window.ran === ${GATED_SCRIPTS}`)
  }, 300)
  return { longestUntilNotice, longestFromClick }
}

/** Everything after the first answer. */
async function measureLater() {
  const { page, role, longest, visit } = await openSlow()
  await role('accept').click()
  const returning = await visit('/', () => page.waitForFunction('window.ConsentGate?.get().answered'))
  const pieces = await visit('/pieces', async () => {
    for (const piece of ['toggle [role=switch]', 'disclosure a', 'policies li'])
      await page.locator(`consent-gate-${piece}`).first().waitFor()
  })
  await page.goto(new URL('/', page.url()).href)
  const preferences = await longest(async () => {
    await page.locator('[data-consent-gate=preferences]').click(PRESS)
    await role('save').waitFor()
  }, 500)
  const withdrawal = await longest(
    () => page.locator('#consent-gate dialog [data-role=reject]').click(PRESS),
    1000,
  )
  return { returning, pieces, preferences, withdrawal }
}

async function repeat<Numbers extends Record<string, number>>(
  what: string,
  measureOnce: () => Promise<Numbers>,
) {
  const run = async () => {
    const numbers = await measureOnce()
    // An open page goes on taking its share of the machine.
    await closeOpened()
    return numbers
  }
  const first = await run()
  const runs = [first]
  while (runs.length < RUNS) runs.push(await run())
  const sorted = (key: keyof Numbers) => runs.map((run) => run[key] as number).sort((a, b) => a - b)
  const rows = Object.keys(first).map((key) => {
    const values = sorted(key)
    return `  ${key}: median ${values[values.length >> 1]}, all ${values.join(' ')}`
  })
  console.log(`${what} (ms; load of the machine ${loadavg()[0]?.toFixed(1)})\n${rows.join('\n')}`)
  return (key: keyof Numbers) => sorted(key)[0]
}

test.each(['accept', 'reject'] as const)(
  'P14 %s paints in the next frame, on a CPU slowed 4 times',
  async (role) => {
    const best = await repeat(role, () => measure(role))
    // However slow the machine is: in the frame after the click the notice is gone.
    expect(best('framesLate')).toBe(0)
    expect(best('toPaint')).toBeLessThan(GENEROUS_MS)
    for (const key of ['longestFromClick', 'longestUntilNotice'] as const) {
      expect(best(key)).toBeGreaterThan(0)
      expect(best(key)).toBeLessThan(GENEROUS_MS / 2)
    }
  },
  TIMEOUT,
)

test(
  'P14 no task is long after the first answer either, on a CPU slowed 4 times',
  async () => {
    const best = await repeat('after the first answer', measureLater)
    for (const key of ['returning', 'pieces', 'preferences', 'withdrawal'] as const) {
      expect(best(key)).toBeGreaterThan(0)
      expect(best(key)).toBeLessThan(GENEROUS_MS / 2)
    }
  },
  TIMEOUT,
)

test(
  `P14 no task is long with ${GATED_SCRIPTS} gated scripts, on a CPU slowed 4 times`,
  async () => {
    const best = await repeat(`${GATED_SCRIPTS} gated scripts`, measureGated)
    for (const key of ['longestUntilNotice', 'longestFromClick'] as const) {
      expect(best(key)).toBeGreaterThan(0)
      expect(best(key)).toBeLessThan(GENEROUS_MS / 2)
    }
  },
  TIMEOUT,
)
