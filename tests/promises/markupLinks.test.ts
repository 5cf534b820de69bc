import { expect, test } from 'vitest'
import { gatePage, openSite, withGate } from '../harness/index.js'

const LINK = '<a id="way" href="/privacy" data-consent-gate="preferences">Cookie settings</a>'
const open = async (body: string) => {
  const site = await openSite({ page: gatePage({}, body) })
  await withGate(site.page, (gate) => void gate.rejectAll())
  return site
}
const DIALOG = '#consent-gate dialog[open]'

test('P13 the way back works on a page whose router takes every link over', async () => {
  const { page } = await open(`${LINK}<script>
    document.body.addEventListener('click', (event) => {
      const link = event.target.closest('a')
      if (!link || event.defaultPrevented) return
      event.preventDefault()
      history.pushState({}, '', link.href)
    })
  </script>`)
  await page.click('#way')
  await page.locator(DIALOG).waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
})

test('a click that opens a tab stays a link', async () => {
  const { page, context } = await open(LINK)
  const opened = context.waitForEvent('page')
  await page.click('#way', { modifiers: ['ControlOrMeta'] })
  expect(new URL((await opened).url()).pathname).toBe('/privacy')
  expect(await page.locator(DIALOG).count()).toBe(0)
})

test.each(['ctrlKey', 'metaKey', 'shiftKey'])("a click with %s is the browser's own", async (key) => {
  const { page } = await open(LINK)
  const taken = await page.evaluate((held) => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, [held]: true })
    let prevented: boolean | undefined
    window.addEventListener('click', () => {
      prevented = event.defaultPrevented
      event.preventDefault()
    })
    document.getElementById('way')?.dispatchEvent(event)
    return prevented
  }, key)
  expect(taken).toBe(false)
  await page.waitForTimeout(200)
  expect(await page.locator(DIALOG).count()).toBe(0)
})

test('P13 the way back works as an element of a design system, whose own button is in its shadow root', async () => {
  const { page } = await open(`<ds-button data-consent-gate="preferences">Cookie settings</ds-button><script>
    customElements.define('ds-button', class extends HTMLElement {
      constructor() {
        super()
        this.attachShadow({ mode: 'open' }).innerHTML = '<button><slot></slot> <b>now</b></button>'
      }
    })
  </script>`)
  await page.click('ds-button b')
  await page.locator(DIALOG).waitFor()
})

test('P13 the way back works inside a shadow root', async () => {
  const { page } = await open(`<site-footer></site-footer><script>
    document.querySelector('site-footer').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(LINK)}
  </script>`)
  await page.click('#way')
  await page.locator(DIALOG).waitFor()
})

test('P15 a click on nothing in particular breaks nothing', async () => {
  const { page, errors } = await open('')
  await page.evaluate(() => document.dispatchEvent(new MouseEvent('click', { bubbles: true })))
  expect(errors).toEqual([])
})

test('P17 the promise of what is shown is true: the question, an answered notice, the preferences', async () => {
  const { page } = await openSite({ page: gatePage({}, LINK) })
  const question = page.locator('#consent-gate [data-role=accept]')
  await question.waitFor()
  expect(await withGate(page, (gate) => gate.showNotice())).toBe(true)
  expect(await withGate(page, (gate) => gate.rejectAll().ok)).toBe(true)
  await question.waitFor({ state: 'detached' })
  expect(await withGate(page, (gate) => gate.showNotice())).toBe(true)
  expect(await page.locator('#consent-gate').isVisible()).toBe(true)
  expect(await withGate(page, (gate) => gate.showPreferences())).toBe(true)
  expect(await page.locator(DIALOG).isVisible()).toBe(true)
})

test('P17 where the preferences cannot load, the promise is false, the notice stays and the link goes to its address', async () => {
  const { page } = await openSite({
    page: { '/': gatePage({}, LINK), '*': 'The policy' },
    respond: ({ url }) => (url.pathname === '/gate/gate-preferences.js' ? 'abort' : undefined),
  })
  await page.locator('#consent-gate [data-role=accept]').waitFor()
  expect(await withGate(page, (gate) => gate.showPreferences())).toBe(false)
  expect(await withGate(page, (gate) => gate.get().ui)).toBe('notice')
  await page.click('#way')
  await page.waitForURL('**/privacy')
})

test('P17 where the preferences cannot load, a button that leads nowhere leaves the page as it is', async () => {
  const { page, requests } = await openSite({
    page: {
      '/': gatePage({}, LINK.replace('<a', '<button').replace('</a', '</button').replace('href', 'title')),
    },
    respond: ({ url }) => (url.pathname === '/gate/gate-preferences.js' ? 'abort' : undefined),
  })
  await page.locator('#consent-gate [data-role=accept]').waitFor()
  const asked = requests.length
  await page.click('#way')
  await page.waitForTimeout(500)
  expect(new URL(page.url()).pathname).toBe('/')
  const later = requests.slice(asked).map(({ url }) => url.pathname)
  expect(later.filter((path) => !path.startsWith('/gate/'))).toEqual([])
})

test.each(['constructor', 'toString', 'acept'])(
  'P18 a link that asks for %s is told and does nothing',
  async (name) => {
    const { page, errors } = await open(`<button id="way" data-consent-gate="${name}">?</button>`)
    await page.click('#way')
    const told = () =>
      withGate(page, (gate) => {
        const found: unknown[] = []
        gate.onIssue(({ code, value }) => found.push([code, value]))()
        return found
      })
    await expect.poll(told).toContainEqual(['CG401', name])
    expect(await withGate(page, (gate) => gate.get().record?.source)).toBe('api')
    expect(errors).toEqual([])
  },
)
