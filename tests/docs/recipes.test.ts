import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cookieFacts } from '@consent-gate/ga-adapter'
import { describe, expect, test } from 'vitest'
import { cookiesOf, openSite, type SiteOptions } from '../harness/index.js'
import { root } from '../repo/root.js'
import { blocksIn, section } from './section.js'

const DOCUMENT = 'docs/google-analytics.md'
const RECIPE = section(DOCUMENT, '## Naver Analytics and Kakao Pixel')
const [config = '{}'] = blocksIn(RECIPE, 'json')
const [markup = ''] = blocksIn(RECIPE, 'html')

/** Stand-ins for the scripts of others: they note their calls, and leave what the recipe declares. */
const VENDORS: Record<string, string> = {
  'wcs.naver.net': `window.wcs = { inflow: () => calls.push('inflow ' + wcs_add.wa) }
    window.wcs_do = () => { calls.push('wcs_do'); document.cookie = 'wcs_bt=1; path=/; max-age=99' }`,
  't1.daumcdn.net': `window.kakaoPixel = (id) => ({ pageView: () => calls.push('pageView ' + id) })`,
}

async function openRecipe(options: Partial<SiteOptions> = {}) {
  const asked: string[] = []
  const site = await openSite({
    page: `<script>window.calls = []</script>
<script type="application/json" id="config">${config}</script>
${markup}
<script async src="/gate/gate.js" data-policy-version="1" data-config="#config"></script>
<a href="#" data-consent-gate="preferences">Settings</a>`,
    respond({ url }) {
      const body = VENDORS[url.hostname]
      if (body === undefined) return undefined
      asked.push(url.href)
      return { headers: { 'content-type': 'text/javascript' }, body }
    },
    ...options,
  })
  await site.page.locator('#consent-gate [data-role=reject]').waitFor()
  return { ...site, asked, calls: () => site.page.evaluate('calls') }
}

describe('the recipe for Naver Analytics and Kakao Pixel, as pasted', () => {
  test('P1 asks nothing of either before an answer or after a no', async () => {
    const { page, asked, calls, errors } = await openRecipe()
    await page.locator('#consent-gate [data-role=reject]').click()
    await page.waitForTimeout(300)
    expect([asked, await calls(), errors]).toEqual([[], [], []])
  })

  test('a yes runs both, each script before its inline part, once', async () => {
    const { page, asked, calls, errors } = await openRecipe()
    await page.locator('#consent-gate [data-role=accept]').click()
    await expect.poll(calls).toEqual(['inflow YOUR_SITE_KEY', 'wcs_do', 'pageView YOUR_TRACK_ID'])
    expect(asked).toEqual(['https://wcs.naver.net/wcslog.js', 'https://t1.daumcdn.net/kas/static/kp.js'])
    expect(errors).toEqual([])
  })

  test('one can be allowed without the other; a no deletes what is declared', async () => {
    const { page, context, asked, calls } = await openRecipe()
    const save = (answers: object) => page.evaluate(`ConsentGate.save(${JSON.stringify(answers)}).done`)
    await save({ 'naver-analytics': true, 'kakao-pixel': false })
    await expect.poll(calls).toEqual(['inflow YOUR_SITE_KEY', 'wcs_do'])
    expect(asked).toHaveLength(1)
    expect(await cookiesOf(context, 'wcs_bt')).toHaveLength(1)
    expect(await save({ 'naver-analytics': false })).toMatchObject({ deleted: ['wcs_bt'], left: [] })
    expect(await cookiesOf(context, 'wcs_bt')).toEqual([])
  })
})

describe('the recipe for a secret in the path, as pasted', () => {
  const [recipe = ''] = blocksIn(section(DOCUMENT, '## Keeping secrets out of addresses'), 'js')

  test('no hit of the page tells its address: neither the events after the yes nor those of a stored one', async () => {
    const { page, wire } = await openSite({
      page: {
        '*': `<script type="application/json" id="config">{ "googleAnalytics": { "pageViews": "manual" } }</script>
<script async src="/gate/gate.js" data-measurement-id="G-XXXXXXXXXX" data-policy-version="1" data-config="#config"></script>
<script>${recipe}</script>`,
        '/elsewhere': 'Elsewhere',
      },
      path: '/invite/8f3a0c',
      gtag: { enhancedMeasurement: ['scroll'], queueMs: 300 },
    })
    await page.locator('#consent-gate [data-role=accept]').click()
    await wire.waitForEvent('page_view')
    await page.evaluate(`ConsentGate.track('sign_up')`)
    await wire.waitForEvent('sign_up')
    // A hit whose answer is still on its way when the page goes is sent again by the tag.
    await wire.during(500)
    await page.reload()
    await wire.waitForEvent('page_view', { count: 2 })
    await page.evaluate(`gtag('event', 'by_page')`)
    await wire.waitForEvent('by_page')
    await wire.during(500)
    await page.goto('https://example.test/elsewhere')
    await wire.during(500)
    expect(wire.events('page_view').map(({ params }) => params.dt)).toEqual(['Invitation', 'Invitation'])
    expect([...new Set(wire.events().map(({ params }) => params.dl))]).toEqual(['https://example.com/invite'])
  })
})

describe('the tag with attributes for optimisers', () => {
  const [tag = ''] = blocksIn(section(DOCUMENT, '## Optimisers that delay or rewrite scripts'), 'html')

  test('works as pasted', async () => {
    const { page, wire, errors } = await openSite({ page: tag })
    await page.locator('#consent-gate [data-role=accept]').click()
    await wire.waitForEvent('page_view')
    expect(errors).toEqual([])
  })
})

describe('the lists of options', () => {
  const options = section(DOCUMENT, '## Options')
  const inTable = (head: string) => {
    const table = options.slice(options.indexOf(head)).split('\n\n')[0] ?? ''
    return [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  }
  const types = readFileSync(join(root, 'packages/ga-adapter/src/types.ts'), 'utf8')
  const source = readFileSync(join(root, 'packages/ga-adapter/src/configFields.ts'), 'utf8')

  test('name every option of the adapter, in its order', () => {
    const [, body = ''] = types.match(/^export interface GoogleAnalyticsOptions \{\n([\s\S]*?)^\}/m) ?? []
    expect(inTable('| option |')).toEqual(
      [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name]) => name),
    )
  })

  test('name every field that the adapter sets in config by itself', () => {
    const set = new Set([...source.matchAll(/\b([a-z]+_\w+): /g)].map(([, name]) => name))
    expect(inTable('| field |').sort()).toEqual([...set].sort())
  })

  test('give the lifetime that the adapter sets', () => {
    const [, seconds = ''] = source.match(/cookie_expires: ([\d_]+)/) ?? []
    expect(options).toContain(Number(seconds.replaceAll('_', '')).toLocaleString('en-US'))
  })
})

test('the table of cookies tells of each what the adapter knows, in its order', () => {
  const SECONDS: Record<string, number> = { minute: 60, hour: 3600, day: 86_400, year: 31_536_000 }
  const rows = section(DOCUMENT, '## Cookies')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, name = '', from, purpose, life = '']) => {
      const [, amount, unit = ''] = life.match(/^(\d+) (minute|hour|day|year)/) ?? []
      return {
        name: name.replaceAll('`', ''),
        from,
        purpose,
        lifetime: Number(amount) * (SECONDS[unit] ?? Number.NaN),
        httpOnly: life.includes('no script can delete it'),
      }
    })
  expect(rows).toEqual(cookieFacts.map((fact) => ({ httpOnly: false, ...fact })))
})

test('every JSON of the document can be read', () => {
  const whole = readFileSync(join(root, DOCUMENT), 'utf8')
  const blocks = blocksIn(whole, 'json')
  expect(blocks.length).toBeGreaterThan(2)
  for (const block of blocks) expect(() => JSON.parse(block)).not.toThrow()
})
