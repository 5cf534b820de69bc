import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { gatePage, openSite, type Site, withGate } from '../harness/index.js'
import { config } from './gatedMarkup.js'
import { type GateStep, type GateWalkWindow, gateSteps, startGateWalk } from './gateWalk.js'

/**
 * The same walks each time, so that a red run tells of the change that was made. Others, and more of them:
 * `WALK_SEED=7 WALK_COUNT=300 npx vitest run --project browser tests/promises/gateWalks`.
 */
const seed = Number(process.env.WALK_SEED ?? 1)
const WALKS = Number(process.env.WALK_COUNT ?? 20)
const STEPS = 30

const step = fc.record<GateStep>({
  does: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom<GateStep['does']>('yes', 'no') },
    { weight: 4, arbitrary: fc.constantFrom(...gateSteps) },
  ),
  pick: fc.nat(99),
  other: fc.nat(99),
})
/** What is done in one task, before the gates get their turn. */
const task = fc.array(step, { minLength: 1, maxLength: 3 })
const walk = fc.array(task, { minLength: STEPS, maxLength: STEPS })

/** What is asked for takes up to a tenth of a second. */
const slowly = (body: (key: string) => string) => async (request: { url: URL }) => {
  const key = request.url.searchParams.get('key') ?? ''
  await new Promise((resolve) => setTimeout(resolve, (key.length * 37) % 100))
  return body(key)
}

const pages = {
  '/': gatePage(config, '<main></main>'),
  '/film': '<p>film',
  '/dot.svg': {
    headers: { 'content-type': 'image/svg+xml' },
    body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  },
  '/look.css': { headers: { 'content-type': 'text/css' }, body: 'main { color: teal }' },
  // It was asked for after a yes, and may come after a no.
  '/script.js': slowly((key) => `note('${key}', true)`),
}

const take = (page: Page, steps: readonly GateStep[]) =>
  page.evaluate((todo) => {
    const { take } = window as unknown as GateWalkWindow
    for (const step of todo) take(step)
  }, steps)

async function walkThrough(
  { page, url, context, errors }: Site,
  tasks: readonly GateStep[][],
): Promise<number> {
  await context.clearCookies()
  await page.goto(url)
  await withGate(page, (gate) => gate.rejectAll().ok)
  await page.evaluate(startGateWalk)
  for (const steps of tasks) {
    await take(page, steps)
    // Every second task comes before the gates have done what the one before asks of them.
    if ((steps[0]?.other ?? 0) % 2) continue
    await expect.poll(() => page.evaluate('wrong()')).toEqual([])
  }
  await expect.poll(() => page.evaluate('wrong()')).toEqual([])
  const ran = await page.evaluate(() => (window as unknown as GateWalkWindow).ran)
  expect(errors).toEqual([])
  return ran.length
}

test('P1 P2 P15 random changes of a page with gated markup, and random answers: each runs once, asks or shows as was said', async () => {
  const site = await openSite({ page: pages })
  let runs = 0
  await fc.assert(
    fc.asyncProperty(walk, async (tasks) => {
      runs += await walkThrough(site, tasks)
    }),
    { seed, numRuns: WALKS, endOnFailure: process.env.WALK_SHRINK === undefined },
  )
  expect(runs).toBeGreaterThan(WALKS)
}, 600_000)
