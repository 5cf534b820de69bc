import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataLayerOf, openSite } from '../harness/index.js'
import { root } from '../repo/root.js'
import { blocksIn } from './section.js'

const TAG =
  '<script async src="/gate/gate.js" data-measurement-id="G-XXXXXXXXXX" data-policy-version="1"></script>'
const EARLY = `<script>gtag('event', 'early')</script>`

const linesOf = (file: string) => {
  const blocks = blocksIn(readFileSync(join(root, file), 'utf8'), 'html')
  return blocks.filter((block) => block.includes('function gtag'))
}

test.each(['README.md', 'README.ko.md', 'docs/google-analytics.md'])(
  'P1 with the two lines of %s a page calls gtag before gate.js is there: no error, and nothing leaves before a yes',
  async (file) => {
    const [lines = '', ...others] = linesOf(file)
    expect(others).toEqual([])
    expect(lines.trim().split('\n')).toHaveLength(4)
    const { page, wire, errors } = await openSite({ page: `${lines}${EARLY}${TAG}` })
    await page.locator('#consent-gate [data-role=accept]').waitFor()
    expect(await wire.during(500)).toEqual([])
    expect(await dataLayerOf(page)).toMatchObject([{ values: ['event', 'early'] }])

    await page.locator('#consent-gate [data-role=accept]').click()
    await wire.waitForEvent('page_view')
    await page.evaluate("gtag('event', 'late')")
    await wire.waitForEvent('late')
    expect(wire.events('early')).toEqual([])
    expect(errors).toEqual([])
  },
)

test('without them the call is an error, since gate.js is async', async () => {
  const { page, wire, errors } = await openSite({ page: `${EARLY}${TAG}` })
  await page.locator('#consent-gate [data-role=accept]').waitFor()
  expect(errors).toEqual(['gtag is not defined'])
  expect(wire.log()).toEqual([])
})
