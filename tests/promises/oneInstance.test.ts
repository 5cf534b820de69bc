import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openSite } from '../harness/index.js'
import { bundle } from '../repo/bundle.js'

const entry = fileURLToPath(new URL('../../packages/core/dist/index.js', import.meta.url))

/** A page with `createConsent` on the window, as a bundler leaves it. */
async function open() {
  const chunks = await bundle(entry)
  const files = Object.fromEntries(
    chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [[`/${chunk.fileName}`, chunk.code]] : [])),
  )
  const start = `<script type="module">import { createConsent } from '/index.js'
    window.createConsent = createConsent</script>`
  const site = await openSite({ page: { ...files, '/': start } })
  await site.page.waitForFunction('window.createConsent')
  return site
}

test('a second call gives the first instance back; another configuration is told, until destroy()', async () => {
  const { page } = await open()
  const seen = await page.evaluate(`(() => {
    const config = () => ({ policies: [{ version: '1' }] })
    const first = createConsent(config())
    const codes = []
    first.onIssue(({ code }) => codes.push(code))
    const same = createConsent(config()) === first
    const before = codes.filter((code) => code === 'CG105').length
    const other = createConsent({ policies: [{ version: '2' }] }) === first
    const after = codes.filter((code) => code === 'CG105').length
    first.destroy()
    const next = createConsent({ policies: [{ version: '2' }] })
    // As a framework may that cleans up twice.
    first.destroy()
    const kept = createConsent({ policies: [{ version: '2' }] }) === next
    return { same, before, other, after, anew: next !== first, version: next.get().policy.current.version, kept }
  })()`)
  expect(seen).toEqual({ same: true, before: 0, other: true, after: 1, anew: true, version: '2', kept: true })
})

test('P18 no configuration at all is told: everything is denied, and the developer knows why', async () => {
  const { page } = await open()
  const seen = await page.evaluate(`(() => {
    const codes = []
    const consent = createConsent(undefined)
    consent.onIssue(({ code }) => codes.push(code))
    return { reason: consent.get().reason, codes }
  })()`)
  expect(seen).toEqual({ reason: 'config', codes: ['CG100'] })
})

test('P18 a service that holds on to its context, which refers back to it, is no reason to throw', async () => {
  const { page } = await open()
  const seen = await page.evaluate(`(() => {
    const service = { id: 'stats', category: 'analytics', deny(context) { this.context = context } }
    const config = { policies: [{ version: '1' }], services: [service] }
    const first = createConsent(config)
    const codes = []
    first.onIssue(({ code }) => codes.push(code))
    return { held: !!service.context, same: createConsent(config) === first, codes }
  })()`)
  expect(seen).toEqual({ held: true, same: true, codes: [] })
})
