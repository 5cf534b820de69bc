import { expect, test } from 'vitest'
import { gatePage, openSite, withGate } from '../harness/index.js'
import { config, FRAME, film, gated, log } from './gatedMarkup.js'

const frameIs = `{
  src: document.querySelector('iframe').getAttribute('src'),
  hidden: document.querySelector('iframe').hidden,
  children: document.querySelector('iframe').contentDocument.body.childElementCount,
}`

test('P2 a frame is emptied at once on withdrawal, also while a script waits for one that does not come', async () => {
  const { page, requests } = await openSite({
    page: {
      '/': gatePage(config, gated('data-src="/never.js"') + gated('', log('inline after never')) + FRAME),
      '/never.js': () => new Promise<string>(() => {}),
      '/film': '<p>film</p>',
    },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await expect.poll(() => requests.some(({ url }) => url.pathname === '/never.js')).toBe(true)
  await page.frameLocator('iframe').locator('p').waitFor()
  await withGate(page, (gate) => gate.withdraw('videos').ok)
  await page.locator('[data-consent-gate-placeholder="videos"]').waitFor()
  expect(await page.evaluate('document.querySelector("iframe").contentDocument.body.childElementCount')).toBe(
    0,
  )
})

test('a frame stands where it stood after a yes and a no', async () => {
  const { page } = await openSite({
    page: { '/': gatePage(config, `<main>${FRAME}<p>after</p></main>`), '/film': '<p>film</p>' },
  })
  const names = () => page.locator('main > *').evaluateAll((all) => all.map(({ localName }) => localName))
  await withGate(page, (gate) => gate.acceptAll().ok)
  await expect.poll(names).toEqual(['iframe', 'p'])
  await withGate(page, (gate) => gate.withdraw().ok)
  await expect.poll(names).toEqual(['div', 'iframe', 'p'])
})

test('P2 a frame that was off the page at the withdrawal is empty when it comes back', async () => {
  const { page, requests } = await openSite({
    page: film,
  })
  const films = () => requests.filter(({ url }) => url.pathname === '/film').length
  const putBack = () => page.evaluate(() => document.body.append((window as unknown as { kept: Node }).kept))
  const takeOut = () =>
    page.evaluate(async () => {
      const frame = document.querySelector('iframe') as HTMLIFrameElement
      Object.assign(window, { kept: frame })
      frame.remove()
      await new Promise((resolve) => setTimeout(resolve, 100))
    })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.frameLocator('iframe').locator('p').waitFor()
  await takeOut()
  await putBack()
  await page.frameLocator('iframe').locator('p').waitFor()
  expect(films()).toBe(2)

  await takeOut()
  await withGate(page, (gate) => gate.withdraw().ok)
  await putBack()
  await page.locator('[data-consent-gate-placeholder]').waitFor()
  await page.waitForTimeout(200)
  expect(films()).toBe(2)
})

test('P2 a copy of an open frame that the page puts back after the withdrawal is emptied', async () => {
  const { page } = await openSite({ page: film })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.frameLocator('iframe').locator('p').waitFor()
  await page.evaluate('window.copy = document.body.cloneNode(true)')
  await withGate(page, (gate) => gate.withdraw().ok)
  await page.locator('[data-consent-gate-placeholder]').waitFor()
  await page.evaluate('document.body.replaceWith(copy)')
  await page.locator('[data-consent-gate-placeholder]').waitFor()
  await expect.poll(() => page.evaluate(`(${frameIs})`)).toEqual({ src: null, hidden: true, children: 0 })
})

test('P2 a frame that destroy() left open is emptied by a start that is denied', async () => {
  const { page } = await openSite({ page: film })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.frameLocator('iframe').locator('p').waitFor()
  await page.evaluate(`{
    ConsentGate.destroy()
    document.cookie = 'consent_gate=; max-age=0; path=/'
    const tag = document.createElement('script')
    tag.src = '/gate/gate.js'
    tag.dataset.config = '#config'
    document.head.append(tag)
  }`)
  await page.locator('[data-consent-gate-placeholder]').waitFor()
  await expect.poll(() => page.evaluate(`(${frameIs})`)).toEqual({ src: null, hidden: true, children: 0 })
})

test('P2 an image and a style sheet have their address while it is a yes, and no longer', async () => {
  const { page, requests } = await openSite({
    page: {
      '/': gatePage(
        config,
        `<img data-category="analytics" data-src="/dot.png" alt="">
         <link rel="stylesheet" data-category="analytics" data-href="/look.css">`,
      ),
      '*': { status: 404 },
    },
  })
  const asked = () => requests.filter(({ url }) => /dot|look/.test(url.pathname)).length
  const addresses = `[document.querySelector('img').getAttribute('src'), document.querySelector('link').getAttribute('href')]`
  await withGate(page, (gate) => gate.get())
  await page.waitForTimeout(200)
  expect(asked()).toBe(0)
  await withGate(page, (gate) => gate.acceptAll().ok)
  await expect.poll(() => page.evaluate(addresses)).toEqual(['/dot.png', '/look.css'])
  await expect.poll(asked).toBe(2)
  await withGate(page, (gate) => gate.withdraw().ok)
  await expect.poll(() => page.evaluate(addresses)).toEqual([null, null])
})

test('a picture keeps what the page shows in its place while it is held', async () => {
  const { page } = await openSite({
    page: {
      '/': gatePage(config, '<img data-category="analytics" data-src="/dot.png" src="/blank.png" alt="">'),
      '*': { status: 404 },
    },
  })
  const address = () => page.locator('img').getAttribute('src')
  await withGate(page, (gate) => gate.rejectAll().ok)
  await page.waitForTimeout(200)
  expect(await address()).toBe('/blank.png')
  await withGate(page, (gate) => gate.acceptAll().ok)
  await expect.poll(address).toBe('/dot.png')
})

test('P2 a picture that the page led elsewhere meanwhile has no address after the withdrawal either', async () => {
  const { page } = await openSite({
    page: {
      '/': gatePage(config, '<img data-category="analytics" data-src="/dot.png" alt="">'),
      '*': { status: 404 },
    },
  })
  const address = () => page.locator('img').getAttribute('src')
  await withGate(page, (gate) => gate.acceptAll().ok)
  await expect.poll(address).toBe('/dot.png')
  await page.locator('img').evaluate((img: HTMLImageElement) => img.setAttribute('src', '/next.png'))
  await withGate(page, (gate) => gate.withdraw().ok)
  await expect.poll(address).toBe(null)
})

test('P2 pictures and style sheets of a copy that the page puts back after the withdrawal are emptied', async () => {
  const { page } = await openSite({
    page: {
      '/': gatePage(
        config,
        '<img data-category="media" data-src="/still.png"><link rel="stylesheet" data-category="media" data-href="/player.css"><img src="/lazy.png" data-src="/lazy.png" data-category="shoes">',
      ),
      '*': '',
    },
  })
  const open = page.locator('[data-category="media"]:is([src],[href])')
  await withGate(page, (gate) => gate.acceptAll().ok)
  await expect.poll(() => open.count()).toBe(2)
  await page.evaluate('window.copy = document.body.cloneNode(true)')
  await withGate(page, (gate) => gate.withdraw().ok)
  await expect.poll(() => open.count()).toBe(0)
  await page.evaluate('document.body.replaceWith(copy)')
  await expect.poll(() => open.count()).toBe(0)
  // What happens to have the attributes of another script keeps its picture.
  expect(await page.locator('[data-category="shoes"][src]').count()).toBe(1)
})

test('P2 what plays and what is embedded ends at a withdrawal; a source starts its player at a yes', async () => {
  const { page, requests } = await openSite({
    page: {
      '/': gatePage(
        config,
        `<video id="own" data-category="media" data-src="/own.mp4"></video>
        <video id="outer"><source data-category="media" data-src="/source.mp4"></video>
        <embed data-category="media" data-src="/embedded">`,
      ),
      '/embedded': '<script>setInterval(() => fetch("/tick"), 50)</script>',
      '*': '',
    },
  })
  const asked = (path: string) => requests.filter(({ url }) => url.pathname === path).length
  await withGate(page, (gate) => gate.acceptAll().ok)
  for (const path of ['/own.mp4', '/source.mp4', '/tick'])
    await expect.poll(() => asked(path)).toBeGreaterThan(0)

  await withGate(page, (gate) => gate.withdraw().ok)
  await expect.poll(() => page.evaluate('own.networkState')).toBe(0)
  await expect.poll(() => page.evaluate('outer.networkState')).not.toBe(2)
  await expect.poll(() => page.frames().length).toBe(1)
  const ticks = asked('/tick')
  await page.waitForTimeout(300)
  expect(asked('/tick')).toBe(ticks)
})

test('P15 what is open when everything ends stays open, and what is held loses only its placeholder', async () => {
  const { page } = await openSite({
    page: {
      '/': gatePage(config, `${FRAME}<iframe data-category="analytics" data-src="/film"></iframe>`),
      '/film': '<p>film</p>',
    },
  })
  await withGate(page, (gate) => gate.save({ media: true, analytics: false }).ok)
  await page.frameLocator('iframe >> nth=0').locator('p').waitFor()
  await page.locator('[data-consent-gate-placeholder="analytics"]').waitFor()
  await withGate(page, (gate) => gate.destroy())
  expect(await page.locator('[data-consent-gate-placeholder]').count()).toBe(0)
  const sources = await page.locator('iframe').evaluateAll((all) => all.map((one) => one.getAttribute('src')))
  expect(sources).toEqual(['/film', null])
})
