import { loadavg } from 'node:os'
import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openSite } from '../harness/index.js'
import { SITE, sitePage, siteStyles, WAY_BACK } from './sitePage.js'
import { taskTimes } from './taskTimes.js'

const SLOWDOWN = 4
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

async function measure(role: 'accept' | 'reject') {
  const { page, context } = await openSite({
    page: { '/site.css': siteStyles, '*': sitePage({ config: SITE, lang: 'en', body: WAY_BACK }) },
    launch: { program: 'chromium' },
    before: (context) => context.addInitScript(watchClicks),
  })
  const browser = context.browser()
  if (!browser) throw new Error('no browser')
  const button = page.locator(`#consent-gate [data-role=${role}]`)
  await button.waitFor()
  await throttle(await context.newCDPSession(page), SLOWDOWN)
  const untilNotice = await taskTimes(browser, page, async () => {
    await page.reload()
    await button.waitFor()
    await page.waitForTimeout(300)
  })
  await watchFrames(page, role)
  const fromClick = await taskTimes(browser, page, async () => {
    await button.click()
    await page.waitForTimeout(1000)
  })
  const { clicks, frames } = (await page.evaluate('({ clicks, frames })')) as {
    clicks: { toPaint: number; handling: number }[]
    frames: { late: number }
  }
  return {
    toPaint: Math.max(0, ...clicks.map(({ toPaint }) => toPaint)),
    handling: Math.max(0, ...clicks.map(({ handling }) => handling)),
    framesLate: frames.late,
    longestUntilNotice: untilNotice[0] ?? 0,
    longestFromClick: fromClick[0] ?? 0,
  }
}

test.each(['accept', 'reject'] as const)(
  'P14 %s paints in the next frame, on a CPU slowed 4 times',
  async (role) => {
    const runs: Awaited<ReturnType<typeof measure>>[] = []
    for (let run = 0; run < 3; run++) runs.push(await measure(role))
    const best = (key: keyof (typeof runs)[number]) => Math.min(...runs.map((run) => run[key]))
    console.log(
      `${role} (ms, each of ${runs.length} runs; load of the machine ${loadavg()[0]?.toFixed(1)})\n` +
        Object.keys(runs[0] ?? {})
          .map((key) => `  ${key}: ${runs.map((run) => run[key as keyof typeof run]).join(', ')}`)
          .join('\n'),
    )
    // However slow the machine is: in the frame after the click the notice is gone.
    expect(best('framesLate')).toBe(0)
    expect(best('toPaint')).toBeLessThan(GENEROUS_MS)
    expect(best('longestFromClick')).toBeGreaterThan(0)
    expect(best('longestFromClick')).toBeLessThan(GENEROUS_MS / 2)
    expect(best('longestUntilNotice')).toBeGreaterThan(0)
    expect(best('longestUntilNotice')).toBeLessThan(GENEROUS_MS / 2)
  },
)
