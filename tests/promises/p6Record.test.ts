import { expect, test } from 'vitest'
import { gatePage, openSite, withGate } from '../harness/index.js'

test('P6 unanswered, denied and granted are stored and shown apart', async () => {
  const { page } = await openSite({ page: gatePage() })
  const seen = await withGate(page, (gate) => {
    const look = () => {
      const { answered, pending, reason, persisted, state, record } = gate.get()
      return { answered, pending, reason, persisted, stats: state.stats, choices: record?.choices }
    }
    const states = [look()]
    gate.rejectAll()
    states.push(look())
    gate.acceptAll()
    states.push(look())
    return states
  })
  expect(seen).toEqual([
    { answered: false, pending: ['stats'], reason: 'unanswered', persisted: false, stats: 'denied' },
    {
      answered: true,
      choices: { stats: 'denied' },
      pending: [],
      persisted: true,
      reason: 'choice',
      stats: 'denied',
    },
    {
      answered: true,
      choices: { stats: 'granted' },
      pending: [],
      persisted: true,
      reason: 'choice',
      stats: 'granted',
    },
  ])
})

const now = Date.now().toString(36)

test.each([
  ['empty', ''],
  ['of a future version', `2.abc.1.1.${now}.notice.stats1`],
  ['of another product', '%7B%22categories%22%3A%5B%22analytics%22%5D%7D'],
  ['oversized', `1.abc.1.1.${now}.notice.${'stats1.'.repeat(570)}stats1`],
  ['cut off', '1.abc.1.1'],
  ['with an answer twice', `1.abc.1.1.${now}.notice.stats0.stats1`],
  ['with a broken percent sign', '%E0%A4%A'],
  ['with a bad answer', `1.abc.1.1.${now}.notice.stats2`],
])('P6 a record that is %s means ask again, without an error', async (_, value) => {
  const { page, errors } = await openSite({
    page: gatePage(),
    headers: { 'set-cookie': `consent_gate=${value}; Path=/` },
  })
  const { answered, state } = await withGate(page, (gate) => gate.get())
  expect({ answered, stats: state.stats }).toEqual({ answered: false, stats: 'denied' })
  await page.locator('#consent-gate [data-role=accept]').waitFor()
  expect(errors).toEqual([])
})

test('P6 a record whose name starts with __Host- is no other subdomain’s to write, and is kept, changed and erased like any', async () => {
  const record = { cookie: '__Host-consent_gate' }
  const { page, context } = await openSite({
    host: 'shop.example.co.kr',
    scheme: 'https',
    page: { '/planter': '<p>Another subdomain', '*': gatePage({ record }) },
  })
  await page.goto('https://blog.example.co.kr/planter')
  await page.evaluate(
    `document.cookie = '__Host-consent_gate=1.x.1.9.${Date.now().toString(36)}.notice.stats1;domain=example.co.kr;path=/;secure'`,
  )
  await page.goto('https://shop.example.co.kr/')
  expect(await withGate(page, (gate) => gate.get().reason)).toBe('unanswered')
  expect(await withGate(page, (gate) => gate.acceptAll().ok)).toBe(true)
  await page.reload()
  expect(await withGate(page, (gate) => [gate.get().state.stats, gate.get().persisted])).toEqual([
    'granted',
    true,
  ])
  expect(await withGate(page, (gate) => gate.withdraw().ok)).toBe(true)
  const kept = await context.cookies()
  expect(kept.map(({ name, domain }) => [name, domain])).toEqual([
    ['__Host-consent_gate', 'shop.example.co.kr'],
  ])
  expect(await page.evaluate('localStorage.length')).toBe(1)
  await withGate(page, (gate) => gate.erase().ok)
  expect(await context.cookies()).toEqual([])
})
