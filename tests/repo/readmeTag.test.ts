import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { gateFile } from '../harness/gateFile.js'
import { cookiesOf, openSite, type Site } from '../harness/index.js'
import { codeBlocks } from './codeBlocks.js'
import { root } from './root.js'

const FOLDER = '/consent-gate/'
const { default: limits }: { default: { name: string; limit: string }[] } = await import(
  join(root, '.size-limit.js')
)
/** Of whichever language: they have one limit. */
const firstVisit = Number.parseInt(limits.find(({ name }) => name.startsWith('first visit'))?.limit ?? '', 10)

const brotli = (file: string) =>
  brotliCompressSync(readFileSync(join(root, 'packages/loader/dist', file))).length

describe.each(['README.md', 'README.ko.md'])('the script tag of %s, as pasted', (readme) => {
  const snippet = codeBlocks(readme, 'html').find((code) => code.includes('gate.js')) ?? ''
  let site: Site
  let downloads: string[]

  /** A site that did nothing but paste the snippet and put the files where it says. */
  beforeEach(async () => {
    downloads = []
    site = await openSite({
      page: snippet,
      respond({ url }) {
        if (!url.pathname.startsWith(FOLDER)) return undefined
        const file = url.pathname.slice(FOLDER.length)
        downloads.push(file)
        return gateFile(`/gate/${file}`)
      },
    })
    site.page.setDefaultTimeout(10_000)
    await site.page.locator('#consent-gate [data-role=accept]').waitFor()
  })

  const answer = (role: 'accept' | 'reject') => site.page.locator(`#consent-gate [data-role=${role}]`).click()

  test('P1 asks, and nothing goes to Google before a yes', async () => {
    expect(await site.wire.during(300)).toEqual([])
    await answer('accept')
    const [view] = await site.wire.waitForEvent('page_view')
    expect(view?.request.params.tid).toBe('G-XXXXXXXXXX')
    expect(view?.request.params.gcs).toBe('G101')
    expect(site.errors).toEqual([])
  })

  test('stays within the budget of a first visit; a visitor with an answer downloads gate.js alone', async () => {
    await site.page.waitForLoadState('networkidle')
    expect(downloads.length).toBeGreaterThan(1)
    expect(downloads.map(brotli).reduce((sum, size) => sum + size)).toBeLessThanOrEqual(firstVisit)

    await answer('reject')
    downloads = []
    await site.page.reload({ waitUntil: 'networkidle' })
    expect(downloads).toEqual(['gate.js'])
    expect(site.wire.log()).toEqual([])
    expect(await cookiesOf(site.context, '_ga')).toEqual([])
  })

  test('opens the preferences from the footer link and stays on the page', async () => {
    await answer('reject')
    await site.page.locator('a[data-consent-gate=preferences]').click()
    await site.page.locator('#consent-gate dialog[open]').waitFor()
    expect(site.page.url()).toBe(site.url)
    expect(site.errors).toEqual([])
  })
})
