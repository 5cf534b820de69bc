import { expect, test } from 'vitest'
import { cookiesOf, gatePage, openSite, withGate } from '../harness/index.js'

const record = (rev: number, stats: 0 | 1, time = Date.now()) =>
  `1.abc.1.${rev.toString(36)}.${time.toString(36)}.notice.stats${stats}`

const stateOf = { host: 'shop.example.co.kr', page: gatePage() } as const

test('P7 a stored no stays no over twenty reloads, without a notice', async () => {
  const { page, requests } = await openSite(stateOf)
  await withGate(page, (gate) => gate.rejectAll().ok)
  requests.length = 0
  for (let reload = 0; reload < 20; reload++) {
    await page.reload()
    const { state, ui } = await withGate(page, (gate) => gate.get())
    expect({ stats: state.stats, ui }).toEqual({ stats: 'denied', ui: 'none' })
  }
  const files = requests.map(({ url }) => url.pathname).filter((path) => path.startsWith('/gate/'))
  expect(new Set(files)).toEqual(new Set(['/gate/gate.js']))
})

test.each([
  ['the higher counter, whatever the clock says', record(5, 0, 0), record(4, 1), 'denied', 'expired'],
  ['the higher counter among cookies of two domains', record(7, 0), record(6, 1), 'denied', 'choice'],
  ['the denial on a tie', record(5, 1), record(5, 0), 'denied', 'choice'],
])('P7 of two records %s wins, and the stale one goes', async (_, one, other, stats, reason) => {
  const { page, context } = await openSite({
    ...stateOf,
    headers: {
      'set-cookie': [
        `consent_gate=${one}; Path=/; Domain=example.co.kr; Max-Age=99999`,
        `consent_gate=${other}; Path=/; Max-Age=99999`,
      ],
    },
  })
  const snapshot = await withGate(page, (gate) => gate.get())
  expect(snapshot.state.stats).toBe(stats)
  expect(snapshot.reason).toBe(reason)
  expect(await cookiesOf(context, 'consent_gate')).toHaveLength(1)
})

test('P7 a copy in localStorage does not count while cookies work, and goes with the next answer', async () => {
  const { page, context } = await openSite({
    ...stateOf,
    before: (context) =>
      context.addInitScript(
        `if (!sessionStorage.once) { sessionStorage.once = 1; localStorage.consent_gate = ${JSON.stringify(record(9, 1))} }`,
      ),
  })
  const { answered, state } = await withGate(page, (gate) => gate.get())
  expect({ answered, stats: state.stats }).toEqual({ answered: false, stats: 'denied' })
  await withGate(page, (gate) => gate.rejectAll().ok)
  expect(await page.evaluate('localStorage.consent_gate')).toBeUndefined()
  expect(await cookiesOf(context, 'consent_gate')).toHaveLength(1)
})
