import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openSite } from '../harness/index.js'

const { resolve } = createRequire(import.meta.url)
const umd = (name: string, file: string) =>
  readFileSync(
    resolve(`${name}/package.json`).replace('package.json', `umd/${file}.production.min.js`),
    'utf8',
  )

const TAG =
  '<script async="" src="/gate/gate.js" data-measurement-id="G-TEST1" data-policy-version="1" data-lang="en"></script>'

/** A site whose framework draws the whole document on the server, and takes it over in the browser. */
const openReactSite = () =>
  openSite({
    page: {
      '/': `<!doctype html><html lang="en"><head><title>Shop</title>${TAG}</head><body><main>Bread</main></body></html>`,
      '/react.js': umd('react-18', 'react'),
      '/react-dom.js': umd('react-dom-18', 'react-dom'),
      '/app.js': `const { createElement: h } = React
window.hydrate = () => ReactDOM.hydrateRoot(document, h('html', { lang: 'en' },
  h('head', null, h('title', null, 'Shop'), h('script', { async: true, src: '/gate/gate.js',
    'data-measurement-id': 'G-TEST1', 'data-policy-version': '1', 'data-lang': 'en' })),
  h('body', null, h('main', null, 'Bread'))), { onRecoverableError() {} })`,
    },
  })

/** React's own scripts come late, when the notice is there already. */
const hydrate = async (page: Page) => {
  await page.evaluate(`['/react.js', '/react-dom.js', '/app.js'].reduce((before, src) => before.then(() =>
    new Promise((onload) => document.head.append(Object.assign(document.createElement('script'), { src, onload })))),
    Promise.resolve())`)
  await page.evaluate('window.before = document.body; hydrate()')
  // It finds what is not its own in the document, and draws all of it anew.
  await page.waitForFunction('document.body && document.body !== before')
}

test('P13 the question is there again after React 18 has drawn the whole document anew, and is answered as ever', async () => {
  const { page, wire, context } = await openReactSite()
  const accept = page.locator('#consent-gate [data-role=accept]')
  await accept.waitFor()
  await hydrate(page)
  await accept.waitFor({ timeout: 5000 })
  expect(await page.locator('#consent-gate').evaluate((root) => root.matches(':popover-open'))).toBe(true)

  await accept.click()
  await wire.waitForEvent('page_view')
  expect((await context.cookies()).map(({ name }) => name)).toContain('consent_gate')
  await page.locator('#consent-gate').waitFor({ state: 'detached' })
})

test('P15 a notice that is taken away again after it came back stays away', async () => {
  const { page } = await openReactSite()
  await page.locator('#consent-gate [data-role=accept]').waitFor()
  const takeAway = () => page.evaluate('document.querySelector("#consent-gate").remove()')
  await takeAway()
  await page.locator('#consent-gate').waitFor({ timeout: 5000 })
  await takeAway()
  await page.waitForTimeout(500)
  expect(await page.locator('#consent-gate').count()).toBe(0)
})
