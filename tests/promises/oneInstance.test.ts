import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { gatePage, openSite, withGate } from '../harness/index.js'
import { bundle } from '../repo/bundle.js'
import { config, FRAME } from './gatedMarkup.js'

/** What a bundler makes of a package, as `/index.js` and the files beside it. */
async function bundled(name: string): Promise<Record<string, string>> {
  const chunks = await bundle(fileURLToPath(new URL(`../../packages/${name}/dist/index.js`, import.meta.url)))
  return Object.fromEntries(
    chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [[`/${chunk.fileName}`, chunk.code]] : [])),
  )
}

/** A page with `createConsent` on the window, as a bundler leaves it. */
async function open() {
  const start = `<script type="module">import { createConsent } from '/index.js'
    window.createConsent = createConsent</script>`
  const site = await openSite({ page: { ...(await bundled('core')), '/': start } })
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

test('P14 tag and npm in one page, which ask twice, do not fight over it: one placeholder, one way back, and rest', async () => {
  const start = `<script type="module">import { createConsent, mountBanner } from '/index.js'
    window.second = createConsent(${JSON.stringify({ policies: [{ version: '1' }], ...config })})
    mountBanner(second)</script>`
  const page = { ...(await bundled('loader')), '/': gatePage(config, FRAME + start), '/film': '<p>film' }
  const site = await openSite({ page })
  await withGate(site.page, (gate) => gate.rejectAll().ok)
  const seen = () =>
    site.page.evaluate(() => {
      const count = (selector: string) => document.querySelectorAll(selector).length
      return new Promise((resolve) => {
        let changes = 0
        const observer = new MutationObserver(() => changes++)
        observer.observe(document, { childList: true, subtree: true, attributes: true })
        const found = () => [changes, count('[data-consent-gate-placeholder]'), count('[data-role=reopen]')]
        setTimeout(() => resolve(found()), 1500)
      })
    })
  await site.page.locator('[data-role=reopen]').waitFor()
  await expect.poll(seen, { timeout: 15_000 }).toEqual([0, 1, 1])

  await site.page.click('[data-consent-gate-placeholder] button')
  await expect.poll(() => site.page.locator('iframe').getAttribute('src')).toBe('/film')
  await expect.poll(seen, { timeout: 15_000 }).toEqual([0, 0, 1])
  expect(await site.page.evaluate(`second.get().state.videos`)).toBe('granted')
})

test('P15 destroy() a second time takes nothing from the tag that started since', async () => {
  const { page, errors } = await openSite({ page: gatePage() })
  await withGate(page, (gate) => Object.assign(window, { first: gate }).first.destroy())
  expect(await page.evaluate('window.ConsentGate')).toBeUndefined()
  await page.evaluate(() => {
    const tag = document.createElement('script')
    tag.src = '/gate/gate.js'
    tag.dataset.config = '#config'
    document.head.append(tag)
  })
  await page.waitForFunction('window.ConsentGate?.get')
  await page.evaluate('first.destroy()')
  await page.locator('#consent-gate [data-role=accept]').click()
  expect(await page.evaluate('ConsentGate !== first && ConsentGate.get().state.analytics')).toBe('granted')
  expect(errors).toEqual([])
})
