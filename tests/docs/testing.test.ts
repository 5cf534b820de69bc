import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSite } from '../harness/index.js'
import { checkTypes } from '../repo/checkTypes.js'
import { scratchFolder } from '../repo/scratchFolder.js'
import { blocksIn, section } from './section.js'

type Answer = 'granted' | 'denied'

const DOCUMENT = 'docs/testing.md'
const [recipe = ''] = blocksIn(section(DOCUMENT, '## In a browser'), 'ts')
const folder = scratchFolder()

const file = join(folder, 'answered.ts')
writeFileSync(file, recipe)

interface Cookie {
  readonly name: string
  readonly value: string
}

async function cookieOf(choices: Readonly<Record<string, Answer>>): Promise<Cookie> {
  const { answered } = await import(file)
  return answered(choices)
}

const open = (cookie: Cookie) =>
  openSite({
    page: '<script async src="/gate/gate.js" data-measurement-id="G-TEST1" data-policy-version="2026-12-01"></script>',
    before: (context) => context.addCookies([{ ...cookie, url: 'https://example.test/' }]),
  })

describe('the answer that an end-to-end test hands over, as pasted', () => {
  test('passes the strict type check', async () => {
    expect((await checkTypes(folder, 'answered.ts')).stdout).toBe('')
  })

  test('a no asks nothing and loads nothing', async () => {
    const { page, wire, errors } = await open(await cookieOf({ 'google-analytics': 'denied' }))
    await page.waitForFunction('window.ConsentGate?.get')
    expect(await page.evaluate('ConsentGate.get()')).toMatchObject({ answered: true, ui: 'none' })
    expect(await wire.during(500)).toEqual([])
    expect(await page.locator('#consent-gate').count()).toBe(0)
    expect(errors).toEqual([])
  })

  test('a yes runs the tag', async () => {
    const { page, wire } = await open(await cookieOf({ 'google-analytics': 'granted' }))
    await wire.waitForEvent('page_view')
    expect(await page.locator('#consent-gate').count()).toBe(0)
  })
})
