import { afterAll, expect, test } from 'vitest'
import { cookiesOf } from '../harness/index.js'
import { openGranted } from './openGranted.js'

/** PEERS 0: what is left of Google's cookies after a withdrawal, with nothing configured about domains. */
const hosts = [
  ['example.test', 'example.test'],
  ['www.example.test', 'example.test'],
  ['shop.example.test', 'example.test'],
  ['example.co.kr', 'example.co.kr'],
  ['www.example.co.kr', 'example.co.kr'],
  ['shop.example.co.kr', 'example.co.kr'],
  ['a.b.example.co.kr', 'example.co.kr'],
  // github.io is a public suffix, so the site under it is the highest that takes a cookie.
  ['shop.github.io', 'shop.github.io'],
  ['www.shop.github.io', 'shop.github.io'],
  ['localhost', ''],
] as const
const rows = hosts.flatMap(([host, highest]) => [
  { host, highest, scheme: 'https' as const },
  { host, highest, scheme: 'http' as const },
])

const QUEUE_MS = 300
const table: Record<string, object> = {}
afterAll(() => {
  console.log('PEERS 0: _ga cookies on each kind of host, no domain configured')
  console.table(table)
})

test.each(rows)(
  'P2 $scheme://$host: off, no _ga cookie is left or comes back, nothing is sent',
  async (row) => {
    const { page, context, wire, errors } = await openGranted({
      host: row.host,
      scheme: row.scheme,
      gtag: { queueMs: QUEUE_MS },
    })
    const own = await cookiesOf(context, '_ga')
    expect(own.map(({ name }) => name).sort()).toEqual(['_ga', '_ga_TEST1'])
    // An earlier installation, with gtag's default domain, and with every parent that takes a cookie.
    const labels = row.host.split('.')
    await context.addCookies(
      labels.flatMap((_, index) => {
        const domain = labels.slice(index).join('.')
        if (!row.highest || domain.length < row.highest.length) return []
        return ['_ga', '_ga_OLD1'].map((name) => ({
          name,
          value: 'GA1.1.1.1',
          domain: `.${domain}`,
          path: '/',
          expires: Date.now() / 1000 + 3_600,
        }))
      }),
    )
    const before = await cookiesOf(context, '_ga')
    if (row.highest) expect(before.filter(({ domain }) => domain === `.${row.highest}`)).toHaveLength(2)
    const sent = wire.requests.length
    const done = await page.evaluate(`gtag('event', 'queued'); ConsentGate.withdraw().done`)
    const after = await cookiesOf(context, '_ga')
    table[`${row.scheme}://${row.host}`] = {
      'after yes': own.length,
      planted: before.length - own.length,
      'after no': after.length,
    }
    expect(after).toEqual([])
    expect(done).toMatchObject({ left: [] })
    expect(Reflect.get(done as object, 'deleted')).toEqual(expect.arrayContaining(['_ga', '_ga_TEST1']))

    await page.evaluate(`gtag('event', 'later'); history.pushState({}, '', '/next')`)
    await wire.during(QUEUE_MS * 2)
    await page.goto('about:blank')
    await wire.during(200)
    expect(wire.log().slice(sent)).toEqual([])
    expect(await cookiesOf(context, '_ga')).toEqual([])
    expect(errors).toEqual([])
  },
)
