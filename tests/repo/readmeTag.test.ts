import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeBlocks } from './codeBlocks.js'
import { root } from './root.js'

const FIRST_VISIT_BYTES = 12_500
const GOOGLE = /google/
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let browser: Browser

beforeAll(async () => {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  browser = await chromium.launch({ executablePath, args: [...FLAGS, '--no-first-run', '--disable-quic'] })
})

afterAll(() => browser.close())

/** A site that did nothing but paste the snippet and put the files where it says. */
function site(snippet: string): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    if (url === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      return response.end(`<!doctype html><html lang="ko"><title>A site</title><p>Hello</p>${snippet}`)
    }
    if (!url.startsWith('/consent-gate/')) return response.writeHead(404).end()
    const file = join(root, 'packages/loader/dist', basename(url))
    if (!existsSync(file)) return response.writeHead(404).end()
    response.setHeader('content-type', 'text/javascript; charset=utf-8')
    response.end(readFileSync(file))
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

describe.each(['README.md', 'README.ko.md'])('the script tag of %s, as pasted', (readme) => {
  const snippet = codeBlocks(readme, 'html').find((code) => code.includes('gate.js')) ?? ''
  let server: Server
  let context: BrowserContext
  let page: Page
  let requests: URL[]
  let errors: string[]

  const google = () => requests.filter(({ host }) => GOOGLE.test(host))
  const downloads = () =>
    requests
      .filter(({ pathname }) => pathname.startsWith('/consent-gate/'))
      .map(({ pathname }) => basename(pathname))
  const open = () => page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)

  beforeEach(async () => {
    server = await site(snippet)
    context = await browser.newContext()
    await context.route(
      (url) => url.hostname !== '127.0.0.1',
      (route) => route.fulfill({ contentType: 'text/javascript', body: '' }),
    )
    context.setDefaultTimeout(10_000)
    page = await context.newPage()
    requests = []
    errors = []
    page.on('request', (request) => requests.push(new URL(request.url())))
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text())
    })
  })

  afterEach(async () => {
    expect(errors).toEqual([])
    await context.close()
    server.close()
  })

  test('P1 asks, and nothing goes to Google before a yes', async () => {
    await open()
    await page.locator('#consent-gate [data-role=accept]').waitFor()
    expect(google()).toEqual([])
    await page.locator('#consent-gate [data-role=accept]').click()
    await expect
      .poll(() => google().map(({ searchParams }) => searchParams.get('id')))
      .toEqual(['G-XXXXXXXXXX'])
    expect((await context.cookies()).map(({ name }) => name)).toEqual(['consent_gate'])
  })

  test('a first visit stays within its budget, and a visitor with an answer downloads gate.js alone', async () => {
    await open()
    await page.locator('#consent-gate [data-role=reject]').waitFor()
    await page.waitForLoadState('networkidle')
    const bytes = downloads().map((file) => {
      return brotliCompressSync(readFileSync(join(root, 'packages/loader/dist', file))).length
    })
    expect(bytes.length).toBeGreaterThan(1)
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(FIRST_VISIT_BYTES)

    await page.locator('#consent-gate [data-role=reject]').click()
    requests = []
    await page.reload({ waitUntil: 'networkidle' })
    expect(downloads()).toEqual(['gate.js'])
    expect(google()).toEqual([])
  })

  test('the footer link opens the preferences and stays on the page', async () => {
    await open()
    await page.locator('#consent-gate [data-role=reject]').click()
    await page.locator('a[data-consent-gate=preferences]').click()
    await page.locator('#consent-gate dialog[open]').waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
  })
})
