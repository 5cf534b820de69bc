import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { gatePage, openSite, type SiteOptions, STATS, withGate } from '../harness/index.js'

const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
const DAYS = 86_400

const versions = (flip: number, askAgain: boolean) =>
  gatePage({
    policies: [
      { version: 'old', effective: at(-400 * DAYS) },
      {
        askAgain,
        announced: at(-8 * DAYS),
        effective: at(flip),
        summary: '수탁자가 바뀝니다.',
        url: '/privacy',
        version: 'new',
      },
    ],
  })

/** For what follows a flip: the page's clock goes on by itself, and can be put forward. */
const withClock: Partial<SiteOptions> = { before: (context) => context.clock.install() }

/** Puts the clock of an open page forward to where the new version holds. */
async function flip(page: Page) {
  await page.clock.fastForward('01:00:00')
  await page.waitForFunction(`ConsentGate.get().policy.current.version === 'new'`)
}

test('P10 the policy flips by itself in an open page: an older grant ends, and the visitor is asked', async () => {
  const { page } = await openSite({ page: versions(8, true) })
  const before = await withGate(page, (gate) => {
    gate.acceptAll()
    const { policy, state, record } = gate.get()
    return [policy.current.version, policy.upcoming?.version, state.stats, record?.policy]
  })
  expect(before).toEqual(['old', 'new', 'granted', 'old'])
  await page.waitForFunction(`ConsentGate.get().policy.current.version === 'new'`, undefined, {
    timeout: 20_000,
  })
  const after = await withGate(page, (gate) => {
    const { policy, state, reason, pending, ui } = gate.get()
    return [policy.upcoming, policy.previous.map(({ version }) => version), state.stats, reason, pending, ui]
  })
  expect(after).toEqual([null, ['old'], 'denied', 'policy', ['stats'], 'notice'])
  await page.locator('#consent-gate [data-role=accept]').waitFor()
})

test('P10 a policy that flips while the preferences are open asks when they are closed', async () => {
  const { page } = await openSite({ page: versions(3600, true), ...withClock })
  await withGate(page, (gate) => {
    gate.acceptAll()
    gate.dismissNotice()
    return gate.showPreferences()
  })
  await flip(page)
  await page.locator('#consent-gate dialog [role=status] p').first().waitFor()
  await page.keyboard.press('Escape')
  await page.locator('#consent-gate [data-role=accept]').waitFor({ timeout: 3_000 })
  expect(await page.locator('#consent-gate dialog').count()).toBe(0)
})

test('P10 a version that does not ask again leaves the answer in force', async () => {
  const { page } = await openSite({ page: versions(3600, false), ...withClock })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await flip(page)
  const { state, answered, record } = await withGate(page, (gate) => gate.get())
  expect([state.stats, answered, record?.policy]).toEqual(['granted', true, 'old'])
})

test('P10 the advance notice shows until it is dismissed, and the record remembers the version', async () => {
  const { page, requests } = await openSite({ page: versions(10 * DAYS, true) })
  await withGate(page, (gate) => gate.rejectAll().ok)
  await page.reload()
  const close = page.locator('#consent-gate [data-role=close]')
  await close.waitFor()
  expect(await withGate(page, (gate) => gate.get().ui)).toBe('notice')
  // To tell something, nobody downloads the dialog.
  const chunks = requests.map(({ url }) => url.pathname).filter((path) => path.startsWith('/gate/gate-'))
  expect(chunks).toContain('/gate/gate-aside.js')
  expect(chunks).not.toContain('/gate/gate-preferences.js')
  await close.click()
  await page.reload()
  const { ui, record } = await withGate(page, (gate) => gate.get())
  expect([ui, record?.seen, record?.choices.stats]).toEqual(['none', 'new', 'denied'])
})

/** Ways to erase the answer. */
const erasures: [string, (page: Page) => Promise<unknown>][] = [
  ['by the page’s own code', (page) => withGate(page, (gate) => gate.erase().ok)],
  [
    'in the preferences',
    async (page) => {
      await withGate(page, (gate) => gate.showPreferences())
      const dialog = page.locator('#consent-gate dialog')
      await dialog.locator('details.my > summary').click()
      await dialog.getByRole('button', { name: 'Erase everything' }).click()
      await dialog.getByRole('button', { name: 'Erase', exact: true }).click()
      await page.keyboard.press('Escape')
    },
  ],
]

test.each(erasures)(
  'P10 P16 the advance notice does not turn into the question when the answer is erased %s: that comes on the next page',
  async (_, erase) => {
    const { page } = await openSite({ page: versions(10 * DAYS, true) })
    await withGate(page, (gate) => {
      gate.setLanguage('en')
      return gate.acceptAll().ok
    })
    await page.locator('#consent-gate [data-role=close]').waitFor()
    await erase(page)
    const uiOf = () => withGate(page, (gate) => ({ ui: gate.get().ui, answered: gate.get().answered }))
    await expect.poll(uiOf).toEqual({ ui: 'none', answered: false })
    await page.reload()
    await page.locator('#consent-gate [data-role=accept]').waitFor()
  },
)

test('P10 asks only for what is new, and keeps the other answers', async () => {
  let services = [{ id: 'stats', category: 'analytics' }]
  const { page } = await openSite({ page: { '*': () => gatePage({ services }) } })
  await withGate(page, (gate) => gate.acceptAll().ok)
  services = [...services, { id: 'heat', category: 'analytics' }]
  await page.reload()
  const asked = await withGate(page, (gate) => {
    const { pending, state, ui } = gate.get()
    return { pending, ui, stats: state.stats, heat: state.heat, analytics: state.analytics }
  })
  expect(asked).toEqual({
    analytics: 'denied',
    heat: 'denied',
    pending: ['heat'],
    stats: 'granted',
    ui: 'notice',
  })
  services = services.slice(0, 1)
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.reload()
  const choices = await withGate(page, (gate) => {
    gate.save({ stats: true })
    return gate.get().record?.choices
  })
  expect(choices).toEqual({ stats: 'granted' })
})

test('P10 reports a notice period under seven days, and dates and versions that cannot be used', async () => {
  const { page } = await openSite({
    page: gatePage({
      policies: [
        { version: 'a', effective: '2020-01-01' },
        { version: 'b', effective: 'soon' },
        { version: 'no good', effective: '2021-01-01' },
        { version: 'c', announced: at(1 * DAYS), effective: at(3 * DAYS) },
      ],
    }),
  })
  const told = () =>
    withGate(page, (gate) => {
      const found: string[] = []
      gate.onIssue(({ code, path }) => found.push(`${code} ${path}`))()
      return found.sort()
    })
  await expect
    .poll(told, { timeout: 10_000 })
    .toEqual(['CG111 policies[2].version', 'CG112 policies[1].effective', 'CG113 policies[3]'])
})

test('P7 P10 a new service is asked for alone: accept on that notice leaves an earlier no', async () => {
  const { page } = await openSite({
    page: gatePage({ services: [STATS, { id: 'films', category: 'media', name: 'Films' }] }),
    headers: { 'set-cookie': `consent_gate=1.abc.1.1.${Date.now().toString(36)}.notice.stats0; Path=/` },
  })
  const notice = page.locator('#consent-gate .card')
  await notice.locator('[data-role=accept]').waitFor()
  expect(await notice.textContent()).toContain('Films')
  expect(await notice.textContent()).not.toContain('Statistics')
  await notice.locator('[data-role=accept]').click()
  expect(await withGate(page, (gate) => gate.get().record?.choices)).toEqual({
    films: 'granted',
    stats: 'denied',
  })
})
