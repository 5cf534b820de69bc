import { expect, test } from 'vitest'
import { type Heard, heard } from './heard.js'
import { openState } from './openStates.js'
import { DIALOG, states } from './states.js'

const open = async (name: string) => {
  const state = states.find((one) => one.name === name)
  if (!state) throw new Error(`No state ${name}`)
  const site = await openState(state)
  await site.show('en')
  return { ...site, listen: () => heard(site.context, site.page) }
}

const roles = (all: readonly Heard[], role: string) => all.filter((one) => one.role === role)
const buttons = (all: readonly Heard[]) => roles(all, 'button').map(({ name }) => name)

test('P13 the notice is a region with a name, a heading and three named buttons', async () => {
  const { listen } = await open('notice')
  const all = await listen()
  const region = all.findIndex(({ role, name }) => role === 'region' && /cookie/i.test(name))
  expect(region).toBeGreaterThan(0)
  const inside = all.slice(region)
  expect(roles(inside, 'heading').map(({ name }) => name)).toEqual(['Your choice about cookies'])
  expect(buttons(inside)).toEqual(['Accept', 'Reject', 'Settings'])
  expect(roles(inside, 'link').map(({ name }) => name)).toEqual(['Privacy policy'])
})

test('P13 the preferences are a modal dialog with a name; the page behind them is silent', async () => {
  const { listen } = await open('preferences-services')
  const all = await listen()
  expect(roles(all, 'dialog').map(({ name, properties }) => [name, properties.modal])).toEqual([
    ['Cookie settings', true],
  ])
  expect(all.some(({ name }) => name === '쿠키 설정' || name === '가나다')).toBe(false)
  expect(roles(all, 'switch').map(({ name, properties }) => [name, properties.checked])).toEqual([
    ['Visit statistics', 'false'],
    ['동영상', 'false'],
    ['Video House', 'false'],
    ['Shorts', 'false'],
  ])
  expect(buttons(all)).toEqual(expect.arrayContaining(['Close', 'Accept all', 'Reject all', 'Save choices']))
  const focused = all.filter(({ properties }) => properties.focused).map(({ role, name }) => [role, name])
  expect(focused).toContainEqual(['heading', 'Cookie settings'])
})

test('P13 why a log-in is limited is an alert, with the pages of the browsers and a way to close it', async () => {
  const { listen } = await open('refusal')
  const all = await listen()
  expect(roles(all, 'alert').map(({ properties }) => properties.live)).toEqual(['assertive'])
  expect(roles(all, 'heading').map(({ name }) => name)).toContain('We cannot keep you logged in')
  expect(roles(all, 'link').map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Chrome', 'Safari (iPhone, iPad)', 'Naver Whale']),
  )
  expect(buttons(all)).toEqual(['Close'])
})

// A card comes with its words, and a status that was not there before them is not announced: it is an alert.
test.each([
  ['toggle-outcome', 'status', 'polite', /What you turned off sends nothing.*Deleted cookies: .*_ga_TEST1/],
  [
    'preferences-outcome',
    'status',
    'polite',
    /What you turned off sends nothing.*Deleted cookies: .*_ga_TEST1/,
  ],
  ['notice-outcome', 'alert', 'assertive', /What you turned off sends nothing.*Deleted cookies: .*_ga_TEST1/],
  ['toggle-not-stored', 'status', 'polite', /did not let us store/],
  ['notice-not-stored', 'alert', 'assertive', /did not let us store/],
] as const)('P13 %s is announced: an element of role %s says it', async (name, role, live, said) => {
  const { page, listen } = await open(name)
  const statuses = roles(await listen(), role)
  expect(statuses.length).toBeGreaterThan(0)
  expect(statuses.every(({ properties }) => properties.live === live)).toBe(true)
  const words = await page
    .getByRole(role)
    .evaluateAll((all) => all.map((one) => (one.textContent ?? '').replace(/[\u2066-\u2069]/g, '')).join(' '))
  expect(words).toMatch(said)
})

test('P13 the status was there before its words, or a screen reader says nothing', async () => {
  const { page } = await open('toggle-on')
  await page.evaluate(`window.before = document.querySelector('consent-gate-toggle [role=status]')`)
  await page.locator('consent-gate-toggle [role=switch]').click()
  await page.locator('consent-gate-toggle', { hasText: 'Deleted cookies' }).waitFor()
  expect(
    await page.evaluate(`window.before === document.querySelector('consent-gate-toggle [role=status]')`),
  ).toBe(true)
})

test('P13 so was the status of the preferences: what is not displayed is not in the tree', async () => {
  const { page, listen } = await open('preferences')
  expect(roles(await listen(), 'status')).toHaveLength(1)
  await page.click(`${DIALOG} [data-role=reject]`)
  await page.locator(`${DIALOG} [role=status]`, { hasText: 'sends nothing' }).waitFor()
  expect(roles(await listen(), 'status')).toHaveLength(1)
})

test('P13 the switch says its state to a screen reader, and says it again when it changes', async () => {
  const { page, listen } = await open('toggle-off')
  const state = async () =>
    roles(await listen(), 'switch').map(({ name, properties }) => [name, properties.checked])
  expect(await state()).toEqual([['Google Analytics', 'false']])
  await page.locator('consent-gate-toggle [role=switch]').click()
  expect(await state()).toEqual([['Google Analytics', 'true']])
})
