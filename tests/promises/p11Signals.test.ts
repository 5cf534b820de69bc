import { expect, test } from 'vitest'
import { cookiesOf, gatePage, openSite, withGate } from '../harness/index.js'

const open = (config: object = {}) =>
  openSite({
    page: gatePage(config),
    before: (context) =>
      context.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })
      }),
  })

test('P11 GPC without a record is denied by signal: nothing stored, nothing asked', async () => {
  const { page, context, requests } = await open()
  const { reason, ui, answered, state, record } = await withGate(page, (gate) => gate.get())
  expect({ reason, ui, answered, record, stats: state.stats }).toEqual({
    answered: false,
    reason: 'signal',
    record: null,
    stats: 'denied',
    ui: 'none',
  })
  expect(await cookiesOf(context)).toEqual([])
  expect(requests.some(({ url }) => url.pathname === '/gate/gate-ui.js')).toBe(false)
})

test('P11 an explicit yes wins over GPC, and stays over a reload', async () => {
  const { page } = await open()
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.reload()
  const { reason, state } = await withGate(page, (gate) => gate.get())
  expect([reason, state.stats]).toEqual(['choice', 'granted'])
})

test.each(['ask', 'ignore'])('P11 with gpc %s the visitor is asked', async (gpc) => {
  const { page } = await open({ signals: { gpc } })
  const { reason, ui } = await withGate(page, (gate) => gate.get())
  expect([reason, ui]).toEqual(['unanswered', 'notice'])
})

test('P11 an expired record under GPC is denied by signal, without a prompt', async () => {
  const { page } = await openSite({
    page: gatePage(),
    headers: { 'set-cookie': 'consent_gate=1.abc.1.1.1.notice.stats1; Path=/' },
    before: (context) =>
      context.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })
      }),
  })
  const { reason, ui, state } = await withGate(page, (gate) => gate.get())
  expect([reason, ui, state.stats]).toEqual(['signal', 'none', 'denied'])
})
